package manumit.hub.hits;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// To which addresses the hub posts notices. Not into its own network, unless whoever runs it
/// allows that: a member could otherwise make the hub knock at doors that it cannot reach itself.
@Component
class NoticeAddresses {

    private final boolean privateAllowed;

    NoticeAddresses(@Value("${manumit.notices.private-addresses:false}") boolean privateAllowed) {
        this.privateAllowed = privateAllowed;
    }

    /// What is accepted instead; empty if the text is one, or nothing. Names are looked up when
    /// something is sent only.
    Optional<String> problem(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(text);
            boolean scheme =
                    "https".equals(uri.getScheme())
                            || (privateAllowed && "http".equals(uri.getScheme()));
            return scheme
                            && uri.getHost() != null
                            && uri.getUserInfo() == null
                            && uri.getFragment() == null
                    ? Optional.empty()
                    : Optional.of("an address such as https://example.org/hits, or nothing");
        } catch (URISyntaxException e) {
            return Optional.of("an address such as https://example.org/hits, or nothing");
        }
    }

    /// Whether all addresses of the host may be posted to now. The JVM keeps what it looked up for
    /// some seconds (`networkaddress.cache.ttl`), so the connection goes to one of these.
    boolean isReachable(URI uri) throws UnknownHostException {
        return privateAllowed
                || Arrays.stream(InetAddress.getAllByName(uri.getHost()))
                        .allMatch(NoticeAddresses::isPublic);
    }

    static boolean isPublic(InetAddress address) {
        if (address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        return switch (address) {
            // "This network", shared address space, IETF protocols, benchmarking, reserved.
            case Inet4Address _ ->
                    first != 0
                            && !(first == 100 && second >= 64 && second < 128)
                            && !(first == 192 && second == 0)
                            && !(first == 198 && (second == 18 || second == 19))
                            && first < 240;
            // Unique local; NAT64, which leads to any address of IPv4.
            case Inet6Address _ -> (first & 0xfe) != 0xfc && !(first == 0 && second == 0x64);
            default -> false;
        };
    }
}
