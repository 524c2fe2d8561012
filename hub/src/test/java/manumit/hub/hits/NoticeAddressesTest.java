package manumit.hub.hits;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Notices leave the hub's own network, or are not sent.
@org.jspecify.annotations.NullUnmarked
class NoticeAddressesTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, false",
        "10.1.2.3, false",
        "172.20.0.1, false",
        "192.168.1.1, false",
        "169.254.169.254, false",
        "100.64.0.1, false",
        "0.0.0.0, false",
        "198.18.0.1, false",
        "224.0.0.1, false",
        "255.255.255.255, false",
        "::1, false",
        "fe80::1, false",
        "fd00::1, false",
        "64:ff9b::a00:1, false",
        "::ffff:10.0.0.1, false",
        "93.184.216.34, true",
        "2606:2800:220:1:248:1893:25c8:1946, true",
    })
    void onlyPublicAddressesArePostedTo(String address, boolean open) {
        assertThat(NoticeAddresses.isPublic(InetAddress.ofLiteral(address))).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({
        "http://example.org/in",
        "ftp://example.org/in",
        "https://user:word@example.org/in",
        "https://example.org/in#part",
        "https:///in",
        "not an address",
    })
    void badAddressIsRefusedBesideItsField(String address) {
        assertThat(new NoticeAddresses(false).problem(address)).isPresent();
    }
}
