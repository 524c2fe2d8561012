package manumit.travel.pnrgov;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TravellersTest {

    @Test
    void ofManyContactsNoneIsLost() {
        List<Integer> contacts = new ArrayList<>();

        IntStream.range(0, 500).forEach(contact -> Travellers.addTo(contacts, contact));

        assertThat(contacts).hasSize(500);
    }

    @Test
    void whatIsSaidTwiceInARowIsKeptOnce() {
        List<Integer> contacts = new ArrayList<>();

        IntStream.range(0, 20).forEach(contact -> Travellers.addTo(contacts, contact / 2));

        assertThat(contacts).hasSize(10).doesNotHaveDuplicates();
    }
}
