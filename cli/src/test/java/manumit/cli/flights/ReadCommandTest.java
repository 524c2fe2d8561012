package manumit.cli.flights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import manumit.cli.Cli;
import manumit.testkit.Golden;
import manumit.testkit.NeedsSharedData;
import manumit.testkit.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadCommandTest {

    private static final String SAMPLES = "src/test/resources/flights/";

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({"json, read.json", "table, read.txt"})
    void whatMessagesSayIsPrintedAsReviewed(String format, String golden) {
        Cli.Result result =
                Cli.run(
                        "flights",
                        "read",
                        "--format",
                        format,
                        SAMPLES + "passengers.edi",
                        SAMPLES + "bookings.edi",
                        SAMPLES + "other.edi");

        assertThat(result.code()).isEqualTo(3);
        Golden.assertMatches("flights/" + golden, result.out());
    }

    @Test
    void theSummaryCountsWhatWasReadAndRejected() {
        Cli.Result result = Cli.run("flights", "read", SAMPLES + "bookings.edi");

        assertThat(result.code()).isZero();
        assertThat(result.out()).hasLineCount(1);
        assertThat(result.err())
                .isEqualToNormalizingNewlines(
                        "read 1 messages: passengers 3, bookings 2, warnings 2; rejected 0\n");
    }

    @Test
    void whatCouldNotBeReadGoesToTheRejectsWithPlaceAndRemedy() {
        Path rejects = folder.resolve("rejects.csv");

        Cli.Result result =
                Cli.run(
                        "flights",
                        "read",
                        "--rejects",
                        rejects.toString(),
                        SAMPLES + "passengers.edi",
                        SAMPLES + "other.edi");

        assertThat(result.code()).isEqualTo(3);
        assertThat(rejects)
                .content()
                .startsWith("file,line,code,reason\n")
                .contains("passengers.edi,11,person-empty,")
                .contains("other.edi,1,type-unsupported,")
                .doesNotContain("PETROVA");
    }

    @Test
    void standardInputIsReadWithADash() throws IOException {
        String in = Files.readString(Path.of(SAMPLES + "bookings.edi"));

        Cli.Result result = Cli.runWith(in, "flights", "read", "-");

        assertThat(result.code()).isZero();
        assertThat(result.out()).startsWith("{\"file\":\"standard input\",\"message\":1,");
    }

    @Test
    void messagesGoToAFile() {
        Path out = folder.resolve("flights.ndjson");

        Cli.Result result =
                Cli.run("flights", "read", "-o", out.toString(), SAMPLES + "bookings.edi");

        assertThat(result.out()).isEmpty();
        assertThat(out).content().hasLineCount(1);
    }

    @Test
    void anInputThatIsNoMessageIsOneReject() {
        Cli.Result result = Cli.runWith("nothing of the kind", "flights", "read", "-");

        assertThat(result.code()).isEqualTo(3);
        assertThat(result.out())
                .contains("\"type\":\"UNREADABLE\"")
                .contains("\"code\":\"no-interchange\"")
                .contains("\"remedy\":\"Nothing was read;");
    }

    @Test
    void aMissingFileIsNamedInOneLineWithExitCode2() {
        Cli.Result result = Cli.run("flights", "read", folder + "/absent.edi");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).hasLineCount(1).contains("absent.edi");
    }

    @Test
    void aReaderThatGoesAwayEndsTheRunQuietly() {
        Cli.Result result = Cli.runIntoBrokenPipe("", "flights", "read", SAMPLES + "bookings.edi");

        assertThat(result.code()).isZero();
        assertThat(result.err()).doesNotContain("Exception").doesNotContain("failed");
    }

    /// Persons counted by hand: see `RealMessagesTest` of `travel`.
    @Test
    @NeedsSharedData("messages")
    void allRealMessagesAreReadWithEveryPerson() throws IOException {
        List<String> files;
        try (Stream<Path> all = Files.walk(SharedData.orSkip("messages"))) {
            files = all.filter(Files::isRegularFile).map(Path::toString).sorted().toList();
        }

        Cli.Result result =
                Cli.run(
                        Stream.concat(Stream.of("flights", "read"), files.stream())
                                .toArray(String[]::new));

        assertThat(result.code()).isZero();
        assertThat(result.err()).startsWith("read 52 messages: passengers 202, bookings 68,");
        assertThat(result.out()).hasLineCount(52).doesNotContain("4111111111111111");
    }
}
