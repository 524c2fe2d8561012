package manumit.travel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import manumit.travel.warnings.WarningCode;
import org.junit.jupiter.api.Test;

/// What belongs to whom in a booking: each was once lost, or given to somebody else.
class BookingAttributionTest {

    private static final String LEG = "TVL+280728:1100:280728:1220+VIE+LHR+ZZ+123:B'";
    private static final String JANE_AND_KIM = "TIF+DOE+JANE:A:1'TIF+ROE+KIM:A:2'";

    private static BookingList list(String body) {
        return Reading.bookings(
                "UNB+IATA:1+ZZ+UTO+280727:0900+1'UNH+1+PNRGOV:13:1:IA'MSG+:22'ORG+ZZ'"
                        + "TVL+280728:1100:280728:1220+VIE+LHR+ZZ+123'EQN+1'"
                        + body
                        + "UNT+1+1'UNZ+1+1'");
    }

    private static BookingList booking(String segments) {
        return list("SRC'RCI+ZZ:ABC123'" + segments);
    }

    private static String docs(String number, String name) {
        return "SSR+DOCS:HK:1:ZZ:::::/P/GBR/" + number + "/GBR/01JUL98/F/12NOV32/" + name + "'";
    }

    private static Passenger person(BookingList list, int number) {
        return list.passengers().get(number - 1);
    }

    private static List<String> numbers(Passenger passenger) {
        return passenger.documents().stream().map(TravelDocument::number).toList();
    }

    @Test
    void servicesBeforeTheTravellersReachTheTravellerTheyName() {
        BookingList list =
                booking(
                        "SSR+DOCO:HK:1:ZZ:::::/VIENNA/V/777/LONDON/22DEC26/GBR+::2'"
                                + "SSR+DOCA:HK:1:ZZ:::::/R/GBR/1 ELM STREET/BATH+::2'"
                                + "SSR+CTCM:HK:1:ZZ:::::4412345+::2'"
                                + "SSR+FQTV:HK:1:ZZ:::::ZZ99+::2'"
                                + "SSR+SEAT:HK:1:ZZ:::VIE:LHR+6B::2'"
                                + JANE_AND_KIM
                                + LEG);
        Passenger kim = person(list, 2);
        assertThat(numbers(kim)).containsExactly("777");
        assertThat(kim.addresses()).hasSize(1);
        assertThat(kim.contacts()).hasSize(1);
        assertThat(kim.frequentFlyer()).containsExactly("ZZ99");
        assertThat(kim.seats()).containsExactly("6B");
        assertThat(person(list, 1).seats()).isEmpty();
        assertThat(list.bookings().getFirst().contacts()).isEmpty();
    }

    @Test
    void aServiceWithOneTravellerIsNotGivenToAnotherOfTheSameReference() {
        BookingList list =
                booking(
                        "TIF+DOE+JANE:A:1'TIF+ROE+KIM:A:1'"
                                + "SSR+CTCM:HK:1:ZZ:::::4412345+::1'SSR+SEAT:HK:1:ZZ+6B::1'"
                                + LEG);
        assertThat(person(list, 1).contacts()).isEmpty();
        assertThat(person(list, 1).seats()).isEmpty();
        assertThat(person(list, 2).contacts()).hasSize(1);
        assertThat(person(list, 2).seats()).containsExactly("6B");
    }

    @Test
    void aGroupOfTheFamilysNameTakesNoDocument() {
        BookingList list = booking("TIF+DOE:G'TIF+DOE+JANE:A:1'" + LEG + docs("111", "DOE/JANE"));
        assertThat(list.passengers()).hasSize(1);
        assertThat(numbers(person(list, 1))).containsExactly("111");
    }

    @Test
    void aTravellerMarkedAsGroupIsKept() {
        BookingList list = booking("TIF+DOE+JANE:G:1'" + LEG);
        assertThat(list.passengers()).hasSize(1);
    }

    @Test
    void whoIsNamedByDocumentsOfAGroupOnlyIsATraveller() {
        BookingList list =
                booking(
                        "TIF+SCHOOL TRIP:G'"
                                + docs("111", "DOE/JANE")
                                + docs("222", "ROE/KIM")
                                + LEG);
        assertThat(list.passengers()).hasSize(2);
        assertThat(numbers(person(list, 1))).containsExactly("111");
        assertThat(numbers(person(list, 2))).containsExactly("222");
        assertThat(list.bookings().getFirst().group()).isEqualTo("SCHOOL TRIP");
    }

    @Test
    void theNearestNameTakesTheDocument() {
        BookingList list =
                booking(
                        "TIF+DOE+MARIA:A:1'TIF+DOE+MARIAJOSE:A:2'"
                                + LEG
                                + docs("222", "DOE/MARIAJOSE")
                                + docs("111", "DOE/MARIA"));
        assertThat(numbers(person(list, 1))).containsExactly("111");
        assertThat(numbers(person(list, 2))).containsExactly("222");
    }

    @Test
    void namesakesGetOneDocumentEach() {
        BookingList list =
                booking(
                        "TIF+DOE+KIM:A:1'TIF+DOE+KIM:A:2'"
                                + LEG
                                + docs("111", "DOE/KIM")
                                + docs("222", "DOE/KIM"));
        assertThat(numbers(person(list, 1))).containsExactly("111");
        assertThat(numbers(person(list, 2))).containsExactly("222");
    }

    @Test
    void aTravellersPayerIsNotThatOfTheOneBefore() {
        BookingList list =
                booking(
                        "TIF+DOE+JANE:A:1'TKT+0062120234531:T:1'MON+T:10:GBP'FOP+CA::10'"
                                + "TIF+ROE+KIM:A:2'IFT+4:43+PAYER'MON+T:99:GBP'"
                                + LEG);
        Booking booking = list.bookings().getFirst();
        assertThat(booking.payments().getFirst().payer()).isEmpty();
        assertThat(booking.payments().getLast().payer()).containsExactly("PAYER");
        assertThat(booking.payments().getLast().travellerReference()).isEqualTo("2");
        assertThat(booking.tickets().getFirst().total()).isEqualTo("10 GBP");
    }

    @Test
    void aSeatOfTheNextLegIsNotGivenToTheLastWhoCheckedIn() {
        BookingList list =
                booking(
                        JANE_AND_KIM
                                + LEG
                                + "DAT+2:280728:0900'TRI++1:::1'SSD+011D++++J'"
                                + "TVL+280728:1500:280728:1620+LHR+DUB+ZZ+9:B'SSD+020A++++J'");
        assertThat(person(list, 1).seats()).containsExactly("11D");
        assertThat(list.warnings())
                .anyMatch(warning -> warning.code() == WarningCode.TRAVELLER_REFERENCE_UNKNOWN);
    }

    @Test
    void whatStandsWithSplitsAndHotelsIsNotTheLastTravellers() {
        BookingList list =
                booking(
                        JANE_AND_KIM
                                + "EQN+1'RCI+ZZ:XYZ999'IFT+4:28::ZZ+CTCM 111'"
                                + "MSG+8:22'ADD++700:1 HOTEL ROAD:BATH:::GB'");
        assertThat(person(list, 2).contacts()).isEmpty();
        assertThat(person(list, 2).addresses()).isEmpty();
    }

    @Test
    void hyphensInNumbersAndStreetsCutNothing() {
        BookingList list =
                booking(
                        "TIF+DOE+JANE:A:1'"
                                + docs("12-3A45", "DOE/JANE")
                                + "SSR+DOCA:HK:1:ZZ:::::/R/GBR/12-4B ELM STREET/BATH'"
                                + LEG);
        assertThat(numbers(person(list, 1))).containsExactly("12-3A45");
        assertThat(person(list, 1).addresses().getFirst().street()).isEqualTo("12-4B ELM STREET");
        assertThat(person(list, 1).addresses().getFirst().city()).isEqualTo("BATH");
    }

    @Test
    void aSuffixOfItsOwnBelongsToTheFlight() {
        BookingList list =
                booking("TIF+DOE+JANE:A:1'TVL+280728:1100:280728:1220+VIE+LHR+ZZ+123:B:A'");
        assertThat(list.bookings().getFirst().legs().getFirst().flight().text())
                .isEqualTo("ZZ123A");
    }

    /// By the guide the first number is the marketing carrier's; one system sends the other first.
    @Test
    void aSharedFlightIsKeyedByTheNumberUnderWhichItFlies() {
        for (String numbers :
                List.of("YY:ZZ+77:B'TVL+++++123:M'", "YY:ZZ+123:B'TVL+++++77:M'", "YY:ZZ+123:B'")) {
            Leg leg =
                    booking("TIF+DOE+JANE:A:1'TVL+280728:1100:280728:1220+VIE+LHR+" + numbers)
                            .bookings()
                            .getFirst()
                            .legs()
                            .getFirst();
            assertThat(leg.key().flight()).as(numbers).isEqualTo("ZZ123");
            if (numbers.contains("77")) {
                assertThat(leg.flight().text()).as(numbers).isEqualTo("YY77");
            }
        }
    }

    @Test
    void servicesBeforeTheFirstBookingAreDroppedLikeAllOthers() {
        BookingList list = list("SSR+KSML:HK:1:ZZ'SRC'RCI+ZZ:ABC123'TIF+DOE+JANE:A:1'" + LEG);
        assertThat(Dump.of(List.of(list))).doesNotContain("KSML");
        assertThat(list.dropped().sensitiveServices()).isEqualTo(1);
    }

    @Test
    void anAddressWithItsSignAtKeepsItsCountry() {
        BookingList list =
                booking("TIF+DOE+JANE:A:1'SSR+CTCE:HK:1:ZZ:::::EVA@UNI.AT.EXAMPLE'" + LEG);
        assertThat(person(list, 1).contacts().getFirst().value()).isEqualTo("EVA@UNI.AT.EXAMPLE");
    }

    @Test
    void numbersOfFrequentFlyersThatLookLikeCardsAreKept() {
        BookingList list = booking("TIF+DOE+JANE:A:1'FTI+LH:992223782028813'" + LEG);
        assertThat(person(list, 1).frequentFlyer()).containsExactly("LH 992223782028813");
    }

    @Test
    void theCityBeforeATelephoneNumberLosesNoLetter() {
        BookingList list =
                booking(
                        "IFT+4:28+ZZ CTCBOG 571 600'IFT+4:28+ZZ CTCM 44123'"
                                + "IFT+4:28+ZZ CTCE EVA//MAIL.EXAMPLE'TIF+DOE+JANE:A:1'"
                                + LEG);
        assertThat(list.bookings().getFirst().contacts())
                .containsExactly(
                        new Contact(Contact.Kind.PHONE, "BOG 571 600"),
                        new Contact(Contact.Kind.PHONE, "44123"),
                        new Contact(Contact.Kind.MAIL, "EVA@MAIL.EXAMPLE"));
    }

    @Test
    void seatsOfNobodyAreKeptAsWritten() {
        BookingList list = booking(JANE_AND_KIM + LEG + "SSR+SEAT:DK:2:ZZ:::VIE:LHR:.03BN03AN'");
        assertThat(list.unread()).hasSize(1);
        assertThat(list.passengers()).allMatch(person -> person.seats().isEmpty());
    }

    @Test
    void cardNumbersAreMaskedBesideOtherNumbersAndInOtherFields() {
        BookingList list =
                booking(
                        "TIF+DOE+JANE:A:1'FTI+ZZ:4111111111111111'"
                                + "TKT+0062120234531:T:1'FOP+CC::10:VI4111111111111111'"
                                + "IFT+4:43+PAYER 4111111111111111 0230+7 4111 1111 1111 1111'"
                                + "IFT+4:28::ZZ+CTCM 4111111111111111'"
                                + LEG);
        assertThat(Dump.of(List.of(list))).doesNotContain("411111", "4111 1111");
    }
}
