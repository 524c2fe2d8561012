package manumit.travel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import manumit.testkit.TextTable;
import manumit.travel.warnings.WarningCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What other parsers lose or get wrong; see also `SamplesTest`.
class PassengerListTest {

    private static PassengerList list(String body) {
        return Reading.list(
                "UNB+UNOA:4+ZZ+UTO+250728:0900+1'UNH+1+PAXLST:D:05B:UN:IATA'BGM+745'TDT+20+ZZ123'"
                        + "LOC+125+VIE'DTM+189:2507281100:201'LOC+87+LHR'"
                        + body
                        + "CNT+42:1'UNT+1+1'UNZ+1+1'");
    }

    private static Passenger person(String body) {
        return list(body).manifest().passengers().getFirst();
    }

    /// They made a document without number, and the one with the number had neither.
    @Test
    void datesAndIssuersBeforeTheirDocumentAreThatDocuments() {
        Passenger one = person("NAD+FL+++DOE:JANE'DTM+36:300101'LOC+91+GBR'DOC+P+111'NAT+2+GBR'");
        Passenger two =
                person(
                        "NAD+FL+++DOE:JANE'DTM+36:300101'DOC+P+111'DTM+36:310202'LOC+91+FRA'DOC+V+222'");
        assertThat(documents(one)).containsExactly("P 111 GBR 2030-01-01");
        assertThat(documents(two)).containsExactly("P 111  2030-01-01", "V 222 FRA 2031-02-02");
    }

    @Test
    void datesBehindADocumentStayItsOwn() {
        Passenger twice =
                person(
                        "NAD+FL+++DOE:JANE'DOC+P+111'DTM+36:300101'LOC+91+GBR'DOC+V+222'LOC+91+FRA'");
        Passenger empty = person("NAD+FL+++DOE:JANE'DOC++'DTM+36:300101'DOC+P+111'");
        assertThat(documents(twice)).containsExactly("P 111 GBR 2030-01-01", "V 222 FRA ");
        assertThat(documents(empty)).containsExactly("   2030-01-01", "P 111  ");
    }

    private static List<String> documents(Passenger passenger) {
        return passenger.documents().stream()
                .map(d -> d.type() + " " + d.number() + " " + d.issuer() + " " + d.expiry().text())
                .toList();
    }

    @Test
    void anAttributeThatNobodyKnowsIsKeptWithoutItsValue() {
        PassengerList list = list("NAD+FL+++DOE:JANE'ATT+7++CREED'");
        assertThat(list.unread()).extracting(UnreadSegment::verbatim).containsExactly("ATT+7+…");
        assertThat(list.dropped().freeTexts()).isEqualTo(1);
    }

    static Stream<Arguments> names() {
        return TextTable.arguments(
                """
                written                    | surname      | given | middle
                NAD+FL+++DOE:JANE          | DOE          | JANE  |
                NAD+FL+++DOE:JANE:ANN:LEE  | DOE          | JANE  | ANN LEE
                NAD+FL+++SUKMA             | SUKMA        |       |
                NAD+FL+++SUKMA:FNU         | SUKMA        |       |
                NAD+FL+++SUKMA: :          | SUKMA        |       |
                NAD+FL+++Sukma:fnu         | Sukma        |       |
                NAD+FL+++xxx:Sukma         |              | Sukma |
                NAD+FL+++LNU:SUKMA         |              | SUKMA |
                NAD+FL+++DOE??:JOHN??      | DOE?         | JOHN? |
                NAD+FL+++O?'DAY:UNA        | O'DAY        | UNA   |
                NAD+FL+++DOE JANE ANN      | DOE JANE ANN |       |
                NAD+FL++DOE:JANE           | DOE          | JANE  |
                NAD+FL+++UNBORN:UNHURT     | UNBORN       | UNHURT |
                NAD+FL+++KUNB:ANNA         | KUNB         | ANNA  |
                NAD+FL+++OUNADOU:OGUNBIRA  | OUNADOU      | OGUNBIRA |
                """);
    }

    @ParameterizedTest
    @MethodSource("names")
    void noNameIsLost(String written, String surname, String given, String middle) {
        PersonName name = person(written + "'").name();
        assertThat(name.surname()).isEqualTo(surname);
        assertThat(name.given()).isEqualTo(given);
        assertThat(name.middle()).isEqualTo(middle);
    }

    @Test
    void lettersOfAServiceStringInANameEndNoMessage() {
        String before = "NAD+FL+++DOE:JANE'NAD+FL+++OUNADOU:OGUNBIRA'NAD+FL+++ROE:ANN'";
        assertThat(list(before).manifest().passengers()).hasSize(3);
    }

    @Test
    void fnuInLowerCaseIsNoGivenName() {
        assertThat(person("NAD+FL+++sukma:fnu'").name().given()).isEmpty();
    }

    static Stream<Arguments> titles() {
        return TextTable.arguments(
                """
                written                       | given names
                NAD+FL+++DOE:JANE MRS         | JANE
                NAD+FL+++Doe:Jane mrs         | Jane
                NAD+FL+++DOE:JANEMRS          | JANEMRS JANE
                NAD+FL+++Doe:Janemrs          | Janemrs Jane
                NAD+FL+++DOE:JANEMRS'ATT+2++F | JANEMRS JANE
                NAD+FL+++DOE:JOHNMR'ATT+2++F  | JOHNMR
                NAD+FL+++DOE:IVOCHD'ATT+2++M  | IVOCHD IVO
                NAD+FL+++DOE:AMR              | AMR
                """);
    }

    /// A defect found in review: titles were cut from bookings only, and in capitals only.
    @ParameterizedTest
    @MethodSource("titles")
    void titlesBehindTheGivenNameAreCutInPassengerListsToo(String written, String givenNames) {
        assertThat(
                        person(written + "'").names().stream()
                                .map(PersonName::given)
                                .collect(Collectors.joining(" ")))
                .isEqualTo(givenNames);
    }

    static Stream<Arguments> dates() {
        return TextTable.arguments(
                """
                # The flight is on 28 July 2025.
                segment                 | read       | warning
                DTM+329:640217          | 1964-02-17 |
                DTM+329:640217:101      | 1964-02-17 |
                DTM+329:19640217:102    | 1964-02-17 |
                DTM+329: 640217         | 1964-02-17 |
                DTM+329:250728          | 2025-07-28 |
                DTM+329:250729          | 1925-07-29 |
                DTM+329:260101          | 1926-01-01 |
                DTM+329:000520          | 2000-05-20 |
                DTM+329:640000          | 1964------ | date-partly-unknown
                DTM+329:640200          | 1964-02--- | date-partly-unknown
                DTM+329:630229          | 1963-02--- | date-partly-unknown
                DTM+329:641317          |            | date-unreadable
                DTM+329:64021           |            | date-unreadable
                DTM+329:000000          |            | date-unreadable
                DTM+329                 |            | date-unreadable
                """);
    }

    @ParameterizedTest
    @MethodSource("dates")
    void birthDatesKeepWhatIsKnown(String segment, String read, String warning) {
        PassengerList list = list("NAD+FL+++DOE:JANE'" + segment + "'");
        assertThat(list.manifest().passengers().getFirst().birthDate().text()).isEqualTo(read);
        String codes =
                list.warnings().stream()
                        .map(w -> w.code().code())
                        .filter(code -> code.startsWith("date"))
                        .collect(Collectors.joining(" "));
        assertThat(codes).isEqualTo(warning);
    }

    @Test
    void twoDigitsOfAYearWithoutAnyDateOfTheMessageLeaveTheYearUnknown() {
        PassengerList list =
                Reading.list(
                        "UNH+1+PAXLST:D:05B:UN:IATA'BGM+745'NAD+FL+++DOE:JANE'DTM+329:640217'UNT+5+1'");
        assertThat(list.manifest().passengers().getFirst().birthDate())
                .isEqualTo(new PartialDate(0, 2, 17));
        assertThat(list.warnings())
                .anyMatch(warning -> warning.code() == WarningCode.DATE_CENTURY_UNKNOWN);
    }

    static Stream<Arguments> numbers() {
        return TextTable.arguments(
                """
                written | carrier | number | suffix
                ZZ123   | ZZ      | 123    |
                ZZ0123A | ZZ      | 123    | A
                3K12    | 3K      | 12     |
                K312    | K3      | 12     |
                BAW12   | BAW     | 12     |
                A92707  | A9      | 2707   |
                TS230   | TS      | 230    |
                ZZ 123  | ZZ      | 123    |
                123     |         |        |
                ZZ12345 |         |        |
                """);
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void flightNumbersAreTakenApart(String written, String carrier, String number, String suffix) {
        FlightNumber read = FlightNumber.parse(written);
        assertThat(read.carrier()).isEqualTo(carrier);
        assertThat(read.number()).isEqualTo(number);
        assertThat(read.suffix()).isEqualTo(suffix);
        assertThat(read.written()).isEqualTo(written);
    }

    @Test
    void theOrderOfAPersonsSegmentsDoesNotMatter() {
        Passenger one =
                person(
                        "NAD+FL+++DOE:JANE'ATT+2++F'DTM+329:640217'NAT+2+GBR'LOC+178+VIE'RFF+AVF:A1'");
        Passenger other =
                person(
                        "NAD+FL+++DOE:JANE'RFF+AVF:A1'LOC+178+VIE'NAT+2+GBR'DTM+329:640217'ATT+2++F'");
        assertThat(other).isEqualTo(one);
    }

    @Test
    void aPlaceBehindADocumentBelongsToThePersonUnlessItIssuedTheDocument() {
        Passenger person = person("NAD+FL+++DOE:JANE'DOC+P+X1'LOC+91+GBR'LOC+174+FRA'");
        assertThat(person.residence()).isEqualTo("FRA");
        assertThat(person.documents()).singleElement().matches(d -> d.issuer().equals("GBR"));
    }

    @Test
    void somebodyOfAnInfantsSexIsAnInfant() {
        Passenger person = person("NAD+FL+++DOE:BABY'ATT+2++FI'");
        assertThat(person.sex()).isEqualTo(Sex.FEMALE);
        assertThat(person.ageKind()).isEqualTo(AgeKind.INFANT);
    }

    @Test
    void oneOddPersonLeavesTheOthersAlone() {
        PassengerList list =
                list(
                        "NAD+FL'NAD+FL+++A:A'ATT+9++?''LOC+A1+X'RFF+Q'DTM+X'DOC'MEA+CT++:x'GEI'NAD+FL+++B:B'");
        assertThat(list.manifest().passengers()).hasSize(2);
        assertThat(list.rejected()).hasSize(1);
        assertThat(list.rejected().getFirst().code()).isEqualTo(WarningCode.PERSON_EMPTY);
    }

    @Test
    void nothingThatIsPrintedHoldsPersonalData() {
        PassengerList list =
                list(
                        "NAD+FL+++SECRETNAME:JANE+SECRETROAD'DTM+329:64021X'RFF+QQQ:SECRETREF'"
                                + "DOC+P+SECRETDOC'COM+SECRETPHONE:TE'SECRET+SECRET'NAD+FL'");
        Passenger person = list.manifest().passengers().getFirst();
        List<Object> printed =
                List.of(
                        list,
                        person,
                        person.names(),
                        person.documents(),
                        person.addresses(),
                        person.contacts(),
                        person.references(),
                        list.unread(),
                        list.rejected(),
                        list.warnings(),
                        person.birthDate());
        assertThat(printed.toString())
                .doesNotContain("SECRETN", "SECRETR", "SECRETD", "SECRETP", "64021");
    }

    @Test
    void otherTypesOfMessagesAreKeptWhole() {
        String other = "UNH+1+CUSRES:D:05B:UN:IATA'BGM+962'UNT+3+1'";
        TravelMessage message =
                Reading.of("UNB+UNOA:4+A+B+280728:0900+7'" + other + "UNZ+1+7'").getFirst();
        assertThat(message).isInstanceOf(Unreadable.class);
        assertThat(((Unreadable) message).reason()).isEqualTo(WarningCode.TYPE_UNSUPPORTED);
        assertThat(new String(((Unreadable) message).bytes(), StandardCharsets.US_ASCII))
                .isEqualTo(other);
    }

    @Test
    void everyPieceOfUnreadBytesIsPlacedInItsOwnLine() {
        String line = "NAD+FL+++DOE:JANE " + "x".repeat(1_000) + "\n";
        assertThat(Reading.of(line.repeat(2_000)))
                .hasSizeGreaterThan(1)
                .allSatisfy(message -> {
                    var place = ((Unreadable) message).place();
                    assertThat(place.line())
                            .isEqualTo(1 + (int) (place.byteOffset() / line.length()));
                });
    }
}
