package manumit.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import manumit.cli.Cli;
import manumit.testkit.Golden;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckCommandTest {

    private static final String HEADER =
            "id,given_names,family_name,birth_date,sex,nationality,document_number\n";

    @TempDir Path folder;
    private String list = "";
    private String travellers = "";

    @BeforeEach
    void unpackTheDemo() {
        Cli.run("demo", "--explain", "--folder", folder.toString());
        list = folder.resolve("invented-list.csv").toString();
        travellers = folder.resolve("travellers.csv").toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "csv", "table"})
    void answersAreRightInEveryFormat(String format) {
        Cli.Result result = Cli.run("check", "--list", list, "--format", format, travellers);

        assertThat(result.code()).isZero();
        Golden.assertMatches(
                "check/demo." + (format.equals("table") ? "txt" : format), result.out());
    }

    @Test
    void theSummaryCountsBandsAndRejectsOnStandardError() {
        Cli.Result result = Cli.run("check", "--list", list, travellers);

        assertThat(result.err())
                .matches(
                        "checked 26: strong \\d+, possible \\d+, none \\d+; rejected 0;"
                                + " [\\d.]+ s, [\\d,]+ checks/s\\R");
        assertThat(result.out()).hasLineCount(26);
    }

    @Test
    void standardInputIsReadWithDashAndWithout() {
        String in = HEADER + "7,Plamen,Tsvetanov,1979,M,BG,\n";

        Cli.Result dash = Cli.runWith(in, "check", "--list", list, "-");
        Cli.Result nothing = Cli.runWith(in, "check", "--list", list);

        assertThat(dash.code()).isZero();
        assertThat(dash.out()).startsWith("{\"id\":\"7\",\"query\":{").isEqualTo(nothing.out());
    }

    @Test
    void ndjsonIsReadAsWell() {
        Cli.Result result =
                Cli.runWith(
                        "{\"id\":\"n1\",\"name\":\"Plamen Tsvetanov\",\"birth_date\":\"1979\"}\n",
                        "check",
                        "--list",
                        list,
                        "-");

        assertThat(result.code()).isZero();
        assertThat(result.out()).startsWith("{\"id\":\"n1\"").contains("IL-004");
    }

    @Test
    void theLastOfSeveralFilesAfterListIsTheInput() throws IOException {
        Path copy = folder.resolve("second.csv");
        Files.writeString(copy, Files.readString(Path.of(list)).replace("IL-", "SECOND-"));

        Cli.Result listsFirst = Cli.run("check", "--list", list, copy.toString(), travellers);
        Cli.Result inputFirst =
                Cli.run("check", travellers, "--list", list, "--list", copy.toString());

        assertThat(listsFirst.code()).isZero();
        assertThat(listsFirst.out()).hasLineCount(26).isEqualTo(inputFirst.out());
    }

    @Test
    void aBadRowIsRejectedWithItsPlaceAndTheRestIsChecked() throws IOException {
        Path rejects = folder.resolve("rejects.csv");
        String in = HEADER + "1,Plamen,Tsvetanov,yesterday,M,BG,\n2,Zurab,Gelashvili,1981,M,GE,\n";

        Cli.Result result =
                Cli.runWith(in, "check", "--list", list, "--rejects", rejects.toString(), "-");

        assertThat(result.code()).isEqualTo(3);
        assertThat(result.out()).contains("\"id\":\"2\"");
        assertThat(result.err()).contains("rejected 1");
        assertThat(rejects)
                .content()
                .startsWith("file,line,code,reason\n")
                .contains(",2,birth-date-unreadable,")
                .doesNotContain("Plamen");
    }

    @Test
    void rejectsAreShownWhereNoFileIsNamed() {
        String in = HEADER + "1,Plamen,Tsvetanov,yesterday,M,BG,\n".repeat(9);

        Cli.Result result = Cli.runWith(in, "check", "--list", list, "-");

        assertThat(result.err()).contains("rejected: ").contains("--rejects FILE keeps them all");
        assertThat(result.err()).hasLineCount(7);
    }

    @Test
    void answersGoToAFile() {
        Path answers = folder.resolve("answers.ndjson");

        Cli.Result result = Cli.run("check", "--list", list, "-o", answers.toString(), travellers);

        assertThat(result.out()).isEmpty();
        assertThat(answers).content().hasLineCount(26);
    }

    /// The zone is the specimen of Doc 9303, of a state that does not exist.
    @Test
    void aMachineReadableZoneIsATraveller() throws IOException {
        Path own = folder.resolve("own.csv");
        Files.writeString(own, "id,name,birth_date\nE-1,Anna Maria Eriksson,1974-08-12\n");
        String in =
                "id,sex,mrz\n"
                        + "1,M,P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"
                        + "L898902C36UTO7408122F1204159ZE184226B<<<<<10\n";

        Cli.Result result =
                Cli.runWith(in, "check", "--list", own.toString(), "--format", "table", "-");

        assertThat(result.code()).isEqualTo(3);
        assertThat(result.out()).startsWith("1  ANNA MARIA ERIKSSON, M\n  strong ").contains("E-1");
        assertThat(result.err()).contains("mrz of 1: says another sex");
    }

    @Test
    void topLimitsTheCandidates() {
        Cli.Result one =
                Cli.run(
                        "check",
                        "--list",
                        list,
                        "--top",
                        "1",
                        "--min-band",
                        "weak",
                        "-f",
                        "csv",
                        travellers);

        assertThat(one.out()).doesNotContain(",2,invented-list");
    }

    @Test
    void manyTravellersAreAnsweredInTheirOrder() {
        String in =
                HEADER
                        + IntStream.range(0, 3000)
                                .mapToObj(i -> i + ",Given" + i % 7 + ",Family" + i + ",,,,\n")
                                .collect(Collectors.joining());

        Cli.Result result =
                Cli.runWith(in, "check", "--list", list, "--top", "1", "-f", "csv", "-");

        assertThat(result.code()).isZero();
        assertThat(result.out().lines().skip(1).map(l -> l.substring(0, l.indexOf(','))).distinct())
                .containsExactlyElementsOf(
                        IntStream.range(0, 3000).mapToObj(Integer::toString).toList());
    }

    @Test
    void aReaderThatGoesAwayEndsTheRunQuietly() {
        Cli.Result result = Cli.runIntoBrokenPipe("", "check", "--list", list, travellers);

        assertThat(result.code()).isZero();
        assertThat(result.err()).doesNotContain("Exception").doesNotContain("failed");
    }

    @Test
    void missingFilesAreNamedInOneLineWithExitCode2() {
        Cli.Result noList = Cli.run("check", "--list", folder + "/absent.csv", "-");
        Cli.Result noInput = Cli.run("check", "--list", list, "--", folder + "/absent.csv");
        Cli.Result noFolder =
                Cli.run("check", "--list", list, "-o", folder + "/no/where", travellers);

        for (Cli.Result result : List.of(noList, noInput, noFolder)) {
            assertThat(result.code()).isEqualTo(2);
            assertThat(result.out()).isEmpty();
            assertThat(result.err()).hasLineCount(1).contains(folder.toString());
        }
    }

    @Test
    void unknownListFormatIsNamedInOneLineWithExitCode2() throws IOException {
        Path odd = folder.resolve("odd.bin");
        Files.write(odd, new byte[] {0, 1, 2, 3, (byte) 0xFF});

        Cli.Result result = Cli.runWith(HEADER, "check", "--list", odd.toString(), "-");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).hasLineCount(1).contains("odd.bin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--top=0", "--top=many", "--min-band=none", "--format=xml", "--no-such=1"})
    void wrongOptionsGetExitCode2(String wrong) {
        Cli.Result result = Cli.run("check", "--list", list, wrong, travellers);

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains(wrong.substring(0, wrong.indexOf('=')));
    }
}
