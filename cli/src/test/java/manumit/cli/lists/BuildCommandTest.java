package manumit.cli.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import manumit.cli.Cli;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuildCommandTest {

    @TempDir Path folder;
    private String list = "";
    private String travellers = "";
    private Path snapshot = Path.of("");

    @BeforeEach
    void unpackTheDemo() {
        Cli.run("demo", "--explain", "--folder", folder.toString());
        list = folder.resolve("invented-list.csv").toString();
        travellers = folder.resolve("travellers.csv").toString();
        snapshot = folder.resolve("list.snapshot");
    }

    private Cli.Result build(String... lists) {
        return Cli.run(
                Stream.of(
                                Stream.of("list", "build", "--list"),
                                Arrays.stream(lists),
                                Stream.of("--output", snapshot.toString()))
                        .flatMap(s -> s)
                        .toArray(String[]::new));
    }

    private Cli.Result check(String... lists) {
        return Cli.run(
                Stream.of(
                                Stream.of("check", "--min-band", "weak", "--list"),
                                Arrays.stream(lists),
                                Stream.of(travellers))
                        .flatMap(s -> s)
                        .toArray(String[]::new));
    }

    @Test
    void aSnapshotAnswersByteForByteAsItsList() {
        Cli.Result built = build(list);
        Cli.Result opened = check(snapshot.toString());

        assertThat(built.code()).isZero();
        assertThat(built.out()).isEmpty();
        assertThat(built.err())
                .matches(
                        "built list\\.snapshot: \\d+ records; rejected 0; [\\d,]+ bytes;"
                                + " [\\d.]+ s\\R");
        assertThat(opened.code()).isZero();
        assertThat(opened.out()).hasLineCount(26).isEqualTo(check(list).out());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void listsBesideASnapshotArePutIntoIt(boolean isSnapshotFirst) throws IOException {
        Path second = folder.resolve("second.csv");
        Files.writeString(second, Files.readString(Path.of(list)).replace("IL-", "SECOND-"));
        build(list);

        Cli.Result opened =
                isSnapshotFirst
                        ? check(snapshot.toString(), second.toString())
                        : check(second.toString(), snapshot.toString());

        assertThat(opened.code()).isZero();
        assertThat(opened.out())
                .contains("SECOND-")
                .isEqualTo(check(list, second.toString()).out());
    }

    @Test
    void rejectsAreCountedAndKept() throws IOException {
        Path bad = folder.resolve("bad.csv");
        Path rejects = folder.resolve("rejects.csv");
        String text = Files.readString(Path.of(list));
        Files.writeString(bad, text.replaceFirst("\\d{4}-\\d\\d-\\d\\d", "yesterday"));

        Cli.Result result =
                Cli.run(
                        "list",
                        "build",
                        "--list",
                        bad.toString(),
                        "--output",
                        snapshot.toString(),
                        "--rejects",
                        rejects.toString());

        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).contains("rejected 1;");
        assertThat(rejects).content().contains("birth-date-unreadable");
        assertThat(check(snapshot.toString()).code()).isZero();
    }

    @Test
    void aDamagedSnapshotIsRefused() throws IOException {
        build(list);
        byte[] bytes = Files.readAllBytes(snapshot);
        bytes[bytes.length / 2] ^= 1;
        Files.write(snapshot, bytes);

        assertRefused("is damaged (section ", "copy it again");
    }

    @Test
    void aCutSnapshotIsRefused() throws IOException {
        build(list);
        byte[] bytes = Files.readAllBytes(snapshot);
        Files.write(snapshot, Arrays.copyOf(bytes, bytes.length - 100));

        assertRefused("ends after ", "copy it again");
    }

    @Test
    void aSnapshotOfALaterProgramIsRefused() throws IOException {
        build(list);
        byte[] bytes = Files.readAllBytes(snapshot);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(8, 99);
        Files.write(snapshot, bytes);

        assertRefused("has format version 99", "update the program");
    }

    private void assertRefused(String reason, String remedy) {
        Cli.Result result = check(snapshot.toString());

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .hasLineCount(1)
                .contains("list.snapshot: " + reason)
                .contains(remedy);
    }

    @Test
    void twoSnapshotsAreOneTooMany() throws IOException {
        build(list);
        Path second = Files.copy(snapshot, folder.resolve("second.snapshot"));

        Cli.Result result = check(snapshot.toString(), second.toString());

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("second.snapshot: is a second snapshot");
    }

    @Test
    void whatCannotBeBuiltEndsWithItsReason() throws IOException {
        Path letter = Files.writeString(folder.resolve("letter.txt"), "Dear Sir");

        assertThat(build(folder + "/absent.csv").err()).contains("absent.csv: no such file");
        assertThat(build(letter.toString()).err()).contains("letter.txt: no known list format");
        build(list);
        assertThat(build(snapshot.toString()).err()).contains("is a snapshot already");
        snapshot = folder;
        assertThat(build(list).err()).contains("is a folder");
        snapshot = Path.of(list);
        assertThat(build(list).err()).contains("is one of the lists");
        snapshot = folder.resolve("absent/list.snapshot");
        Cli.Result result = build(list);
        assertThat(result.err()).hasLineCount(1).contains("its folder does not exist");
        assertThat(result.code()).isEqualTo(2);
    }
}
