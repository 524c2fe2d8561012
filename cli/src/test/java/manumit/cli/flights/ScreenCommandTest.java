package manumit.cli.flights;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import manumit.cli.Cli;
import manumit.testkit.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScreenCommandTest {

    private static final String SAMPLES = "src/test/resources/flights/";
    private static final String LIST = SAMPLES + "list.csv";

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({"json, screen.json", "table, screen.txt"})
    void everybodyIsScreenedAsReviewed(String format, String golden) {
        Cli.Result result =
                Cli.run(
                        "flights",
                        "screen",
                        "--list",
                        LIST,
                        "--format",
                        format,
                        SAMPLES + "passengers.edi",
                        SAMPLES + "bookings.edi");

        assertThat(result.code()).isEqualTo(3);
        Golden.assertMatches("flights/" + golden, result.out());
    }

    @Test
    void theSummaryCountsBandsAndWhatWasNotScreenedAgain() {
        Cli.Result result =
                Cli.run(
                        "flights",
                        "screen",
                        "-l",
                        LIST,
                        SAMPLES + "bookings.edi",
                        SAMPLES + "bookings.edi");

        assertThat(result.code()).isZero();
        assertThat(result.out()).hasLineCount(3);
        assertThat(result.err())
                .matches(
                        "screened 3: strong 1, possible 0, weak 0, none 2; alike 0; moved 0; unchanged 3;"
                                + " rejected 0; [\\d.]+ s, [\\d,]+ persons/s\\R");
    }

    @ParameterizedTest
    @CsvSource({"json, told.json", "table, told.txt"})
    void whoNeedsNoQuestionIsToldAsReviewed(String format, String golden) {
        Cli.Result result =
                Cli.run(
                        "flights",
                        "screen",
                        "-l",
                        LIST,
                        "--format",
                        format,
                        SAMPLES + "list-booking-close-out.edi");

        assertThat(result.err()).startsWith("screened 1: strong 1,").contains("alike 1; moved 1;");
        Golden.assertMatches("flights/" + golden, result.out());
    }

    @Test
    void aSnapshotGivesTheSameAnswers() {
        Path snapshot = folder.resolve("list.snapshot");
        Cli.run("list", "build", "--list", LIST, "--output", snapshot.toString());

        String fromList = Cli.run("flights", "screen", "-l", LIST, SAMPLES + "bookings.edi").out();
        String fromSnapshot =
                Cli.run("flights", "screen", "-l", snapshot.toString(), SAMPLES + "bookings.edi")
                        .out();

        assertThat(fromSnapshot).isEqualTo(fromList).contains("\"entity\":\"L-1\"");
    }

    @Test
    void wrongUseIsToldWithExitCode2() {
        assertThat(Cli.run("flights", "screen", SAMPLES + "bookings.edi").code()).isEqualTo(2);
        assertThat(Cli.run("flights", "screen", "-l", LIST, "--top", "0", LIST).code())
                .isEqualTo(2);
        assertThat(Cli.run("flights", "screen", "-l", LIST, folder + "/absent").code())
                .isEqualTo(2);
    }

    @Test
    void aReaderThatGoesAwayEndsTheRunQuietly() {
        Cli.Result result =
                Cli.runIntoBrokenPipe(
                        "", "flights", "screen", "-l", LIST, SAMPLES + "bookings.edi");

        assertThat(result.code()).isZero();
        assertThat(result.err()).doesNotContain("Exception").doesNotContain("failed");
    }
}
