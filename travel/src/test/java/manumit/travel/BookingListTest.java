package manumit.travel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import manumit.testkit.TextTable;
import manumit.travel.warnings.WarningCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What other parsers lose or get wrong; see also `SamplesTest`.
class BookingListTest {

    private static final String LEG = "TVL+280728:1100:280728:1220+VIE+LHR+ZZ+123:B'";

    private static BookingList list(String bookings) {
        return Reading.bookings(
                "UNB+IATA:1+ZZ+UTO+280727:0900+1'UNH+1+PNRGOV:13:1:IA'MSG+:22'ORG+ZZ'"
                        + "TVL+280728:1100:280728:1220+VIE+LHR+ZZ+123'EQN+1'"
                        + bookings
                        + "UNT+1+1'UNZ+1+1'");
    }

    private static Booking booking(String segments) {
        return list("SRC'RCI+ZZ:ABC123'" + segments).bookings().getFirst();
    }

    private static String docs(String text) {
        return "SSR+DOCS:HK:1:ZZ:::::" + text + "'";
    }

    private static List<String> persons(Booking booking) {
        return booking.passengers().stream()
                .map(p ->
                        p.name().surname()
                                + "/"
                                + p.name().given()
                                + " "
                                + p.ageKind().name().toLowerCase(Locale.ROOT)
                                + " "
                                + p.birthDate().text()
                                + " "
                                + p.documents().stream()
                                        .map(TravelDocument::number)
                                        .collect(Collectors.joining(",")))
                .map(String::strip)
                .toList();
    }

    static Stream<Arguments> titles() {
        return TextTable.arguments(
                """
                # The first is the main name; a glued title that may be the name itself is tried both ways.
                booked          | documented              | names
                DOE+JANE MRS    |                         | DOE/JANE
                DOE+JOHNMR      |                         | DOE/JOHNMR DOE/JOHN
                DOE+JOHNMR      | //////M//DOE/JOHN       | DOE/JOHN
                DOE+JOHNMR      | //////F//DOE/JOHNMR     | DOE/JOHNMR
                DOE+JOHNMR      | //////M//DOE/JOHN/PAUL  | DOE/JOHN DOE/JOHN/PAUL
                DOE+JOHNMR      | //////M//DOE/JOHNMR/PAUL | DOE/JOHNMR DOE/JOHN DOE/JOHNMR/PAUL DOE/JOHN/PAUL
                DOE+JANE MRS    | //////F//DOE/JANE MRS   | DOE/JANE
                DOE+DREW        |                         | DOE/DREW
                DOE+MRIDULA     |                         | DOE/MRIDULA
                DOE+AMR         |                         | DOE/AMR
                DOE+MSIZI       |                         | DOE/MSIZI
                DOE+ADAMS       | //////M//DOE/ADAMS      | DOE/ADAMS
                DOE+ALEXANDR    |                         | DOE/ALEXANDR
                LASR+ANN        |                         | LASR/ANN
                NASR+ANN        |                         | NASR/ANN
                YY+JO           |                         | YY/JO
                """);
    }

    @ParameterizedTest
    @MethodSource("titles")
    void titlesAreCutOnlyWhereThatIsCertain(String booked, String documented, String names) {
        Booking booking =
                booking(
                        "TIF+"
                                + booked
                                + "::1'"
                                + (documented.isEmpty() ? "" : docs(documented))
                                + LEG);
        assertThat(
                        booking.passengers().getFirst().names().stream()
                                .map(n ->
                                        n.surname()
                                                + "/"
                                                + n.given()
                                                + (n.middle().isEmpty() ? "" : "/" + n.middle()))
                                .collect(Collectors.joining(" ")))
                .isEqualTo(names);
    }

    static Stream<Arguments> documents() {
        return TextTable.arguments(
                """
                text                                                | type | number | issuer | nationality | birth      | expiry
                /P/GBR/123/FRA/12JUL64/M/23AUG29/DOE/JANE           | P    | 123    | GBR    | FRA         | 1964-07-12 | 2029-08-23
                /P/GBR/123/FRA/12JUL64/M/23AUG29/DOE/JANE/ANN/H     | P    | 123    | GBR    | FRA         | 1964-07-12 | 2029-08-23
                //P/GBR/123/FRA/12JUL64/M/23AUG29/DOE/JANE          | P    | 123    | GBR    | FRA         | 1964-07-12 | 2029-08-23
                /P/GBR/123/FRA/12JUL1964/M/23AUG2029/DOE/JANE-1DOE/JANE | P | 123   | GBR    | FRA         | 1964-07-12 | 2029-08-23
                /P/GBR/123//12JUL64/M//DOE/JANE                     | P    | 123    | GBR    |             | 1964-07-12 |
                /P/GBR/123/FRA//M/23AUG29/DOE/JANE                  | P    | 123    | GBR    | FRA         |            | 2029-08-23
                """);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void slashedTextIsReadWithItsDeviations(
            String text,
            String type,
            String number,
            String issuer,
            String nationality,
            String birth,
            String expiry) {
        Passenger passenger =
                booking("TIF+DOE+JANE:A:1'" + docs(text) + LEG).passengers().getFirst();
        TravelDocument document = passenger.documents().getFirst();
        assertThat(passenger.documents()).hasSize(1);
        assertThat(document.type()).isEqualTo(type);
        assertThat(document.number()).isEqualTo(number);
        assertThat(document.issuer()).isEqualTo(issuer);
        assertThat(document.nationality()).isEqualTo(nationality);
        assertThat(document.expiry().text()).isEqualTo(expiry);
        assertThat(passenger.birthDate().text()).isEqualTo(birth);
    }

    @Test
    void anInfantsDocumentWithTheAdultIsGivenToTheInfant() {
        Booking booking =
                booking(
                        "TIF+DOE+JANE MRS:A:7:1'"
                                + docs("/P/GBR/222/GBR/20SEP27/FI/25OCT30/DOE/SOPHY OLIVIA/")
                                + docs("/P/GBR/111/GBR/01JUL98/F/12NOV32/DOE/JANE RUTH/")
                                + "TIF+DOE+SOPHY:IN:2'"
                                + LEG);
        assertThat(persons(booking))
                .containsExactly(
                        "DOE/JANE adult 1998-07-01 111", "DOE/SOPHY infant 2027-09-20 222");
        assertThat(booking.passengers().getLast().accompanies()).isEqualTo("7");
    }

    @Test
    void anInfantThatOnlyServicesNameIsATravellerToo() {
        String infant = docs("/P/GBR/222/GBR/20SEP27/FI/25OCT30/DOE/SOPHY/");
        String inft = "SSR+INFT:HK:1:ZZ:::::DOE/SOPHY 20SEP27+::1'";
        for (String services : List.of(infant, inft, inft + infant, infant + inft)) {
            Booking booking = booking("TIF+DOE+JANE MRS:A:1'" + services + LEG);
            assertThat(booking.passengers()).as(services).hasSize(2);
            assertThat(booking.passengers().getLast().ageKind()).isEqualTo(AgeKind.INFANT);
            assertThat(booking.passengers().getLast().accompanies()).isEqualTo("1");
        }
    }

    @Test
    void documentsOfTheBookingGoToTheTravellerTheyRefer() {
        Booking booking =
                booking(
                        "SSR+DOCS:HK:1:ZZ:::::/P/GBR/222/GBR/20SEP87/F/25OCT30/ROE/KIM+::2'"
                                + "TIF+DOE+JANE:A:1'TIF+ROE+KIM:A:2'"
                                + LEG
                                + "SSR+DOCS:HK:1:ZZ:::::/P/GBR/111/GBR/20SEP97/F/25OCT30/OTHER/SPELLING+::1'");
        assertThat(persons(booking))
                .containsExactly("DOE/JANE adult 1997-09-20 111", "ROE/KIM adult 1987-09-20 222");
        assertThat(booking.passengers().getFirst().names()).hasSize(2);
    }

    @Test
    void aLongDocumentTextMayGoOnInTheNextService() {
        Booking booking =
                booking(
                        "TIF+DOE+JANE:A:1'"
                                + docs("/P/GBR/111/GB")
                                + docs("R/20SEP97/F/25OCT30/DOE/JANE")
                                + LEG);
        assertThat(persons(booking)).containsExactly("DOE/JANE adult 1997-09-20 111");
    }

    /// Each was joined with all before it, which took the square of their number.
    @Test
    void manyCutDocumentTextsAreKeptOneByOne() {
        int count = 20_000;
        BookingList list =
                list("SRC'RCI+ZZ:ABC123'TIF+DOE+JANE:A:1'" + docs("CUT OFF TEXT").repeat(count));
        assertThat(list.unread()).hasSize(count);
        assertThat(list.passengers()).hasSize(1);
    }

    @Test
    void sensitiveServicesAndRemarksAreDroppedAndCounted() {
        BookingList list =
                list(
                        "SRC'RCI+ZZ:ABC123'SSR+KSML:HK:1:ZZ'SSR+MOML:HK:1:ZZ'IFT+4:28::ZZ+RELIGIOUS REMARK'"
                                + "TIF+DOE+JANE:A:1'SSR+WCHR:HK:1:ZZ:::::HEALTH REMARK+::1'"
                                + "SSR+XXXX:HK:1:ZZ:::::UNKNOWN SERVICE'SSR+OTHS:::::::: HEALTH REMARK'"
                                + LEG
                                + "SSR+VLML:HK:1:ZZ'ABI+1+:X'SAC+++X'SSR+HNML:HK:1:ZZ'"
                                + "LTS+0/MEAL KSML RELIGIOUS REMARK'");
        assertThat(list.dropped()).isEqualTo(new Dropped(5, 2, 2, 0));
        assertThat(Dump.of(List.of(list)))
                .doesNotContain("ML", "WCHR", "REMARK", "XXXX", "UNKNOWN SERVICE", "OTHS");
    }

    @Test
    void cardNumbersAreMaskedWhereverTheyStand() {
        String card = "4111111111111111";
        BookingList list =
                list(
                        "SRC'RCI+ZZ:ABC123'TIF+DOE+JANE:A:1'TKT+0062120234533:T:1'"
                                + "FOP+CC:::VI:"
                                + card
                                + ":0230+CC:::VI:4111 1111 1111 1111:0230'"
                                + "IFT+4:43+PAYER "
                                + card
                                + "+STREET'SSR+FOID:HK:1:ZZ:::::CC"
                                + card
                                + "'XYZ+"
                                + card
                                + "'"
                                + LEG);
        assertThat(Dump.of(List.of(list)))
                .doesNotContain("411111", "4111 1111")
                .contains("************1111", "PAYER ************1111");
        assertThat(list.dropped().cardNumbers()).isEqualTo(5);
    }

    /// It was the adult's, who then had two.
    @Test
    void anInfantsTicketIsGivenToTheInfant() {
        String ticket = "SSR+TKNE:HK:1:ZZ:::::INF1392178947000C2+::1'";
        String own = "SSR+TKNE:HK:1:ZZ:::::1392178946999C1+::1'";
        Booking listed =
                booking("TIF+DOE+JANE:A:1:1'" + own + ticket + "TIF+DOE+SOPHY:IN:2'" + LEG);
        Booking served =
                booking(
                        "TIF+DOE+JANE:A:1'"
                                + own
                                + ticket
                                + LEG
                                + "SSR+INFT:HK:1:ZZ:::::DOE/SOPHY 20SEP27+::1'");
        for (Booking booking : List.of(listed, served)) {
            assertThat(booking.passengers().getFirst().tickets())
                    .containsExactly("1392178946999C1");
            assertThat(booking.passengers().getLast().tickets()).containsExactly("1392178947000C2");
        }
        Booking nobody = booking("TIF+DOE+JANE:A:1'" + ticket + LEG);
        assertThat(nobody.passengers().getFirst().tickets()).containsExactly("INF1392178947000C2");
    }

    /// Both were the traveller's.
    @Test
    void thePayersAddressIsNotTheTravellers() {
        Booking booking =
                booking(
                        "TIF+DOE+JANE:A:1'ADD++700:1 LOW RD:VIENNA:::AT'TKT+0062120234533:T:1'"
                                + "FOP+CC:::VI:4111'IFT+4:43+ROE BANK'ADD++:9 HIGH ST:LONDON:::GB::441234'"
                                + "TIF+ROE+KIM:A:2'ADD++700:2 LOW RD:VIENNA:::AT'"
                                + LEG);
        assertThat(booking.passengers())
                .extracting(passenger -> passenger.addresses().getFirst().street())
                .containsExactly("1 LOW RD", "2 LOW RD");
        assertThat(booking.passengers()).allMatch(passenger -> passenger.contacts().isEmpty());
        assertThat(booking.addresses())
                .containsExactly(
                        new Address(Address.Purpose.BILLING, "9 HIGH ST", "LONDON", "", "", "GB"));
        assertThat(booking.contacts()).containsExactly(new Contact(Contact.Kind.PHONE, "441234"));
    }

    @Test
    void remarksAndServicesInSegmentsThatNobodyKnowsAreDroppedToo() {
        BookingList list =
                list(
                        "SRC'RCI+ZZ:ABC123'TIF+DOE+JANE:A:1'XYZ+KEPT:A REMARK OF FAITH+VGML ORDERED'"
                                + "1FT+4+SHE PRAYS DAILY AT NOON'"
                                + LEG);
        assertThat(list.unread())
                .extracting(UnreadSegment::verbatim)
                .containsExactly("XYZ+KEPT:…+…", "1FT+4+…");
        assertThat(list.dropped()).isEqualTo(new Dropped(1, 0, 2, 0));
    }

    @Test
    void aLocatorMayStandWithTheLegsOnly() {
        BookingList list = list("SRC'TIF+DOE+JANE:A:1'" + LEG + "RCI+ZZ:LATER1'");
        assertThat(list.bookings().getFirst().locator()).isEqualTo("LATER1");
        assertThat(list.passengers().getFirst().locator()).isEqualTo("LATER1");
        assertThat(list("SRC'TIF+DOE+JANE:A:1'" + LEG).warnings())
                .anyMatch(warning -> warning.code() == WarningCode.LOCATOR_MISSING);
    }

    @Test
    void theDateOfABookingMayStandInPlaceOfTheType() {
        for (String rci : List.of("RCI+ZZ:ABC123:010628:1015'", "RCI+ZZ:ABC123:C:010628:1015'")) {
            assertThat(list("SRC'" + rci + LEG).bookings().getFirst().created().text())
                    .isEqualTo("2028-06-01T10:15");
        }
    }

    @Test
    void aBookingWhoseBeginningWasLostIsReadNevertheless() {
        BookingList list = list("RCI+ZZ:ABC123'TIF+DOE+JANE:A:1'" + LEG);
        assertThat(list.passengers()).hasSize(1);
        assertThat(list.bookings().getFirst().locator()).isEqualTo("ABC123");
    }

    @Test
    void travellersKnownFromCheckInOnlyAreKept() {
        Booking booking =
                booking(
                        "TIF+DOE+JANE:A:1'"
                                + LEG
                                + "DAT+2:280728:0900'TRI++1:::1'TIF+DOE+JANE:A:1'SSD+011D++++J'"
                                + "TRI++2:::2'TIF+ROE+KIM:A:2'SSD+011F++++J'");
        assertThat(booking.passengers()).hasSize(2);
        assertThat(booking.passengers().getFirst().seats()).containsExactly("11D");
        assertThat(booking.passengers().getLast().seats()).containsExactly("11F");
    }
}
