package manumit.travel.mrz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import manumit.testkit.TextTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MrzReaderTest {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    static final String TD3 =
            """
            P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<
            L898902C36UTO7408122F1204159ZE184226B<<<<<10\
            """;
    static final String TD1 =
            """
            I<UTOD231458907<<<<<<<<<<<<<<<
            7408122F1204159UTO<<<<<<<<<<<6
            ERIKSSON<<ANNA<MARIA<<<<<<<<<<\
            """;
    static final String TD2 =
            """
            I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<
            D231458907UTO7408122F1204159<<<<<<<6\
            """;

    static Stream<Arguments> zones() {
        return TextTable.arguments(
                """
                # ICAO's public specimens; `;` ends a line
                zone | format | code | issuer | primary | secondary | number | nationality | birth | sex | expiry | optional
                -----|--------|------|--------|---------|-----------|--------|-------------|-------|-----|--------|---------
                P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<;L898902C36UTO7408122F1204159ZE184226B<<<<<10 | TD3 | P | UTO | ERIKSSON | ANNA MARIA | L898902C3 | UTO | 1974-08-12 | FEMALE | 2012-04-15 | ZE184226B
                I<UTOD231458907<<<<<<<<<<<<<<<;7408122F1204159UTO<<<<<<<<<<<6;ERIKSSON<<ANNA<MARIA<<<<<<<<<< | TD1 | I | UTO | ERIKSSON | ANNA MARIA | D23145890 | UTO | 1974-08-12 | FEMALE | 2012-04-15 |
                I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<;D231458907UTO7408122F1204159<<<<<<<6 | TD2 | I | UTO | ERIKSSON | ANNA MARIA | D23145890 | UTO | 1974-08-12 | FEMALE | 2012-04-15 |
                V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<;L8988901C4XXX4009078F96121096ZE184226B<<<<<< | MRV_A | V | UTO | ERIKSSON | ANNA MARIA | L8988901C | XXX | 1940-09-07 | FEMALE | 1996-12-10 | 6ZE184226B
                V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<;L8988901C4XXX4009078F9612109<<<<<<<< | MRV_B | V | UTO | ERIKSSON | ANNA MARIA | L8988901C | XXX | 1940-09-07 | FEMALE | 1996-12-10 |
                # A number of more than nine characters goes on in the optional data
                I<UTOD23145890<7349<<<<<<<<<<<;3407127M9507122UTO<<<<<<<<<<<2;STEVENSON<<PETER<JOHN<<<<<<<<< | TD1 | I | UTO | STEVENSON | PETER JOHN | D23145890734 | UTO | 1934-07-12 | MALE | 1995-07-12 |
                """);
    }

    @ParameterizedTest
    @MethodSource("zones")
    void specimensAreReadWithoutAFinding(
            String zone,
            String format,
            String code,
            String issuer,
            String primary,
            String secondary,
            String number,
            String nationality,
            String birth,
            String sex,
            String expiry,
            String optional) {
        MrzReading.Read read = read(zone);
        assertThat(read.findings()).isEmpty();
        assertThat(read.repairs()).isEmpty();
        assertThat(read.document())
                .isEqualTo(
                        new MrzDocument(
                                MrzFormat.valueOf(format),
                                code,
                                issuer,
                                MrzName.of(primary, secondary),
                                number,
                                nationality,
                                new MrzDate.Day(LocalDate.parse(birth)),
                                MrzSex.valueOf(sex),
                                new MrzDate.Day(LocalDate.parse(expiry)),
                                optional,
                                ""));
    }

    static Stream<Arguments> formsOfTheSame() {
        String td3 = TD3;
        return Stream.of(
                Arguments.of("lower case", td3.toLowerCase(Locale.ROOT), List.of()),
                Arguments.of("blanks for fillers", td3.replace('<', ' '), List.of()),
                Arguments.of("CR LF", "\r\n" + td3.replace("\n", "\r\n") + "\r\n", List.of()),
                Arguments.of("semicolons", td3.replace('\n', ';') + ";", List.of()),
                Arguments.of("one line of 88", td3.replace("\n", ""), List.of("lines-recut")),
                Arguments.of(
                        "split anywhere",
                        td3.replace("\n", "").replaceAll("(.{20})", "$1\r"),
                        List.of("lines-recut")),
                Arguments.of("guillemets", td3.replace("<<", "«"), List.of()),
                Arguments.of("blanks between", td3.replaceAll("(\\w{5})", "$1 "), List.of()),
                Arguments.of(
                        "fillers lost", td3.replaceFirst("<+\n", "\n"), List.of("fillers-mended")),
                Arguments.of(
                        "fillers doubled",
                        td3.replaceFirst("\n", "<<<\n"),
                        List.of("fillers-mended")),
                Arguments.of(
                        "filler lost within",
                        td3.replace("B<<<<<1", "B<<<<1"),
                        List.of("fillers-mended")),
                Arguments.of(
                        "fillers too many within",
                        td3.replace("B<<<<<1", "B<<<<<<<1"),
                        List.of("fillers-mended")),
                Arguments.of("page around", "PASSPORT\nUtopia\n\n" + td3 + "\nsigned", List.of()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formsOfTheSame")
    void whatScannersDoToLinesDoesNotMatter(String form, String text, List<String> codes) {
        MrzReading.Read read = read(text);
        assertThat(read.document()).as(form).isEqualTo(read(TD3).document());
        assertThat(codes(read)).isEqualTo(codes);
    }

    @Test
    void cardsAndSmallDocumentsMayBeJoinedToo() {
        assertThat(read(TD1.replace("\n", "")).document()).isEqualTo(read(TD1).document());
        assertThat(read(TD2.replace("\n", "")).document()).isEqualTo(read(TD2).document());
    }

    @Test
    void twoLinesOfACardAreKeptWithoutTheName() {
        MrzReading.Read read = read(TD1.replace("\n", "").substring(0, 60));
        assertThat(read.document().number()).isEqualTo("D23145890");
        assertThat(codes(read)).containsExactly("lines-recut", "name-missing");
    }

    static Stream<Arguments> oddities() {
        return TextTable.arguments(
                """
                what | second line, or both | findings
                -----|----------------------|---------
                nothing odd                | L898902C36UTO7408122F1204159ZE184226B<<<<<10 |
                wrong number               | L898902C56UTO7408122F1204159ZE184226B<<<<<10 | check-digit-fails NUMBER, check-digit-fails COMPOSITE
                wrong birth date           | L898902C36UTO7408132F1204159ZE184226B<<<<<10 | check-digit-fails BIRTH_DATE, check-digit-fails COMPOSITE
                no check digit             | L898902C3<UTO7408122F1204159ZE184226B<<<<<10 | check-digit-missing NUMBER, check-digit-fails COMPOSITE
                wrong composite digit      | L898902C36UTO7408122F1204159ZE184226B<<<<<11 | check-digit-fails COMPOSITE
                O for 0 in the number      | L8989O2C36UTO7408122F1204159ZE184226B<<<<<10 | repaired NUMBER
                O for 0 in the birth date  | L898902C36UTO74O8122F1204159ZE184226B<<<<<10 | repaired BIRTH_DATE
                Z for 2, S for 5 in expiry | L898902C36UTO7408122F1Z041S9ZE184226B<<<<<10 | repaired EXPIRY, repaired EXPIRY
                I for 1 in optional digit  | L898902C36UTO7408122F1204159ZE184226B<<<<<I0 | repaired OPTIONAL
                O for the composite 0      | L898902C36UTO7408122F1204159ZE184226B<<<<<1O | repaired COMPOSITE
                I for 1 in optional data   | L898902C36UTO7408122F1204159ZEI84226B<<<<<10 | repaired OPTIONAL
                unknown nationality        | L898902C36QQQ7408122F1204159ZE184226B<<<<<10 | state-unknown NATIONALITY
                digit in the nationality   | L898902C36UT07408122F1204159ZE184226B<<<<<10 | state-unknown NATIONALITY, character-not-allowed NATIONALITY
                neither man nor woman      | L898902C36UTO7408122<1204159ZE184226B<<<<<10 |
                X for neither              | L898902C36UTO7408122X1204159ZE184226B<<<<<10 |
                no letter of a sex         | L898902C36UTO7408122K1204159ZE184226B<<<<<10 | sex-unreadable SEX
                character of no zone       | L898902C36UTO7408122F1204159ZE18%226B<<<<<10 | check-digit-fails OPTIONAL, character-not-allowed OPTIONAL, check-digit-fails COMPOSITE
                """);
    }

    @ParameterizedTest
    @MethodSource("oddities")
    void whatIsOddIsFoundWithItsField(String what, String second, String findings) {
        MrzReading.Read read = read(TD3.substring(0, 45) + second);
        assertThat(
                        read.findings().stream()
                                .map(f -> f.code().code() + " " + f.field())
                                .collect(Collectors.joining(", ")))
                .as(what)
                .isEqualTo(findings);
        if (findings.isEmpty() || findings.startsWith("repaired")) {
            assertThat(read.isVerified()).isTrue();
            assertThat(read.document().number()).isEqualTo("L898902C3");
            assertThat(read.document().birth()).isEqualTo(MrzDate.of(1974, 8, 12));
            assertThat(read.document().expiry()).isEqualTo(MrzDate.of(2012, 4, 15));
            assertThat(read.document().optional()).isEqualTo("ZE184226B");
        }
    }

    @Test
    void aRepairSaysWhereAndWhat() {
        MrzReading.Read read = read(TD3.replace("L898902C3", "L8989O2C3"));
        assertThat(read.repairs())
                .containsExactly(new MrzRepair(MrzField.NUMBER, new MrzPlace(2, 6, 6), 'O', '0'));
        assertThat(read.document().number()).isEqualTo("L898902C3");
        assertThat(read.numberAsRead()).isEqualTo("L8989O2C3");
        assertThat(read.findings())
                .containsExactly(
                        new MrzFinding(
                                MrzFindingCode.REPAIRED, MrzField.NUMBER, new MrzPlace(2, 6, 6)));
    }

    @Test
    void allThatReadAlikeAreRepairedTogether() {
        String zone = lines(passport("A10203405"));
        MrzReading.Read read = read(zone.replace("A10203405", "A1O2O34O5"));
        assertThat(read.document().number()).isEqualTo("A10203405");
        assertThat(read.repairs()).hasSize(3);
    }

    @Test
    void aNumberThatCouldBeRepairedInTwoWaysIsLeftAlone() {
        // Places 1 and 4 weigh the same: either repair makes the digit hold.
        String zone = lines(passport("O120345AA"));
        MrzReading.Read read = read(zone.replace("O120345AA", "O12O345AA"));
        assertThat(read.repairs()).isEmpty();
        assertThat(read.document().number()).isEqualTo("O12O345AA");
        assertThat(codes(read)).contains("check-digit-fails");
    }

    static Stream<Arguments> dates() {
        return TextTable.arguments(
                """
                # read on 25 November 2026
                text   | birth      | expiry     | findings a date
                -------|------------|------------|----------------
                261125 | 2026-11-25 | 2026-11-25 |
                261126 | 1926-11-26 | 2026-11-26 |
                270101 | 1927-01-01 | 2027-01-01 |
                760229 | 1976-02-29 | 2076-02-29 |
                770101 | 1977-01-01 | 1977-01-01 |
                000229 | 2000-02-29 | 2000-02-29 |
                8512<< | 1985-12    | 1985-12    | date-partly-unknown
                851200 | 1985-12    | 1985-12    | date-partly-unknown
                2612<< | 1926-12    | 2026-12    | date-partly-unknown
                85<<<< | 1985       | 1985       | date-partly-unknown
                850000 | 1985       | 1985       | date-partly-unknown
                85<<17 | 1985       | 1985       | date-partly-unknown
                <<1231 | ?          | ?          | date-partly-unknown
                <<<<<< | ?          | ?          | date-partly-unknown
                000000 | ?          | ?          | date-partly-unknown
                851301 | ?          | ?          | date-unreadable
                850230 | ?          | ?          | date-unreadable
                8<0101 | ?          | ?          | date-unreadable
                """);
    }

    @ParameterizedTest
    @MethodSource("dates")
    void yearsOfTwoDigitsAreResolvedByTheReferenceDate(
            String text, String birth, String expiry, String finding) {
        assertThat(shown(MrzDates.birth(text, TODAY).orElseGet(MrzDate.Unknown::new)))
                .isEqualTo(birth);
        assertThat(shown(MrzDates.expiry(text, TODAY).orElseGet(MrzDate.Unknown::new)))
                .isEqualTo(expiry);
        char[] date = text.toCharArray();
        String second =
                "L898902C36UTO" + text + CheckDigit.of(date, 0, 6) + "F1204159ZE184226B<<<<<1";
        char[] all = (second + "0").toCharArray();
        char composite = new CheckDigit().add(all, 0, 10).add(all, 13, 20).add(all, 21, 43).digit();
        assertThat(codes(read(TD3.substring(0, 45) + second + composite)))
                .isEqualTo(finding.isEmpty() ? List.of() : List.of(finding));
    }

    static Stream<Arguments> names() {
        return TextTable.arguments(
                """
                name field                              | primary                       | secondary                 | findings
                ----------------------------------------|-------------------------------|---------------------------|---------
                ERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<< | ERIKSSON                      | ANNA MARIA                |
                SUKARNO<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<< | SUKARNO                       |                           |
                VAN<DER<MUELLEN<<JOHANNES<PETRUS<MARIAX | VAN DER MUELLEN               | JOHANNES PETRUS MARIAX    | name-truncated
                NILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K | NILAVADHANANANDA              | CHAYAPA DEJTHAMRONG K     | name-truncated
                SMITH<<<JOHN<<PAUL<<<<<<<<<<<<<<<<<<<<< | SMITH                         | JOHN PAUL                 |
                <<ANNA<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<< |                               | ANNA                      | name-missing
                <<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<< |                               |                           | name-missing
                ERIKSS0N<<ANNA<<<<<<<<<<<<<<<<<<<<<<<<< | ERIKSS0N                      | ANNA                      | character-not-allowed
                """);
    }

    @ParameterizedTest
    @MethodSource("names")
    void namesAreTakenApart(String field, String primary, String secondary, String finding) {
        MrzReading.Read read = read("P<UTO" + field + TD3.substring(44));
        assertThat(read.document().name())
                .isEqualTo(new MrzName(primary, secondary, finding.equals("name-truncated")));
        assertThat(codes(read)).isEqualTo(finding.isEmpty() ? List.of() : List.of(finding));
    }

    static Stream<Arguments> unreadable() {
        return TextTable.arguments(
                """
                text | code | place
                -----|------|------
                | empty | line 1, column 1
                ; ; | empty | line 1, column 1
                hello | length-unknown | line 1, columns 1-5
                P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<;L898902C36UTO7408122F120415ZE184226B<<<<<10 | length-unknown | line 2, columns 1-43
                P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<;L898902C26UTO7408123F1204158ZE184226B<<<<<29 | no-check-digit-holds | line 1, column 1
                # the layout of French cards until 2021, invented holder
                IDFRAMARTIN<<<<<<<<<<<<<<<<<<<<92000;1012920001234JEAN<<PAUL<<<<9012123M4 | national-layout | line 1, columns 1-5
                """);
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void whatIsNoZoneIsRefusedWithPlaceAndRemedy(String text, String code, String place) {
        MrzReading reading = MrzReader.read(text, TODAY);
        assertThat(reading).isInstanceOf(MrzReading.Unreadable.class);
        MrzReading.Unreadable unreadable = (MrzReading.Unreadable) reading;
        assertThat(unreadable.code().code()).isEqualTo(code);
        assertThat(unreadable.place()).hasToString(place);
        assertThat(unreadable.remedy()).isNotBlank();
    }

    @Test
    void theLineThatWasMendedIsNamed() {
        assertThat(read(TD3.replace("B<<<<<1", "B<<<<1")).findings())
                .containsExactly(
                        new MrzFinding(
                                MrzFindingCode.FILLERS_MENDED,
                                MrzField.NUMBER,
                                new MrzPlace(2, 1, 44)));
    }

    @Test
    void aVeryLongTextIsRefusedAtOnce() {
        MrzReading reading = MrzReader.read("<".repeat(1_000_000), TODAY);
        assertThat(reading)
                .isInstanceOfSatisfying(
                        MrzReading.Unreadable.class,
                        u -> assertThat(u.code()).isEqualTo(UnreadableCode.TOO_LONG));
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(
            strings = {
                "D", "GBD", "GBN", "GBO", "GBP", "GBS", "UNO", "UNA", "XXA", "XXB", "XXC", "XXX",
                "EUE", "XPO", "RKS", "UTO", "TGO", "PHL"
            })
    void statesAndBodiesThatIssueDocumentsAreKnown(String code) {
        String zone = TD3.replace("UTO", (code + "<<").substring(0, 3));
        MrzReading.Read read = read(zone);
        assertThat(read.findings()).isEmpty();
        assertThat(read.document().issuer()).isEqualTo(code);
        assertThat(read.document().nationality()).isEqualTo(code);
    }

    @Test
    void anEmptyOptionalFieldMayHaveAFillerForItsDigit() {
        String zone = lines(passport("L898902C3"));
        assertThat(zone).endsWith("<<<<<<<<<<<<<<0" + zone.charAt(zone.length() - 1));
        String withFiller = zone.substring(0, zone.length() - 2) + "<" + zone.substring(88);
        assertThat(read(withFiller).findings()).isEmpty();
    }

    @Test
    void nothingPersonalShowsInToString() {
        MrzReading.Read read = read(TD3.replace("L898902C3", "L8989O2C3"));
        assertThat(read.toString()).doesNotContain("ERIKSSON", "ANNA", "L8989", "1974", "74-");
        assertThat(MrzWriter.write(read.document()).toString()).doesNotContain("ERIKSSON");
    }

    static MrzDocument passport(String number) {
        return MrzDocument.passport(
                "UTO",
                MrzName.of("ERIKSSON", "ANNA"),
                number,
                "UTO",
                MrzDate.of(1974, 8, 12),
                MrzSex.FEMALE,
                MrzDate.of(2031, 4, 15));
    }

    static String lines(MrzDocument document) {
        return ((MrzWriting.Written) MrzWriter.write(document)).text();
    }

    static MrzReading.Read read(String text) {
        MrzReading reading = MrzReader.read(text, TODAY);
        assertThat(reading).isInstanceOf(MrzReading.Read.class);
        return (MrzReading.Read) reading;
    }

    static List<String> codes(MrzReading.Read read) {
        return read.findings().stream().map(f -> f.code().code()).toList();
    }

    private static String shown(MrzDate date) {
        return switch (date) {
            case MrzDate.Day(LocalDate day) -> day.toString();
            case MrzDate.Month(var month) -> month.toString();
            case MrzDate.InYear(int year) -> Integer.toString(year);
            case MrzDate.Unknown() -> "?";
        };
    }
}
