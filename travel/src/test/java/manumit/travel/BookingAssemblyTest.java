package manumit.travel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// See also `ManifestAssemblyTest`.
class BookingAssemblyTest {

    private static BookingList push(String time, String body) {
        return Reading.bookings(
                "UNB+IATA:1+ZZ+UTO+280728:"
                        + time
                        + "+1'UNH+1+PNRGOV:13:1:IA+P"
                        + time
                        + "'MSG+:22'ORG+ZZ'TVL+280728:1100+VIE+LHR+ZZ+123'EQN+2'"
                        + body
                        + "UNT+1+1'UNZ+1+1'");
    }

    /// Each push made them more.
    @Test
    void bookingsWithoutLocatorAreKnownAgainByTheirTravellers() {
        String first = "SRC'TIF+ONE+ANN'SRC'TIF+ONE+ANN'SRC'TIF+TWO+BEA'";
        BookingAssembly assembly = new BookingAssembly();
        assembly.add(push("0900", first));
        assembly.add(push("1000", first + "TKT+0062120234533:T:1'"));

        assertThat(assembly.bookings()).hasSize(3);
        assertThat(assembly.bookings().getLast().tickets()).hasSize(1);
    }

    @Test
    void bookingsOfOneLocatorInOneMessageAreAllKept() {
        String both = "SRC'RCI+ZZ:AAA111'TIF+ONE+ANN'SRC'RCI+ZZ:AAA111'TIF+TWO+BEA'";
        BookingAssembly assembly = new BookingAssembly();
        assembly.add(push("0900", both));
        assembly.add(push("1000", both + "XYZ'"));
        assertThat(
                        assembly.bookings().stream()
                                .flatMap(booking -> booking.passengers().stream())
                                .map(passenger -> passenger.name().surname())
                                .toList())
                .containsExactly("ONE", "TWO");
        assertThat(assembly.completeness()).isEqualTo(new Completeness.Complete(2, 2));
    }
}
