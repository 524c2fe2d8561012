package manumit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.TestAbortedException;

class TestkitTest {

    @TempDir Path folder;

    @Test
    void goldenFileThatAgreesPasses() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "one\ntwo\n");

        Golden.assertMatches(folder, "a.txt", "one\ntwo\n", false);
    }

    @Test
    void goldenFileThatDiffersShowsTheLines() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "1\n2\n3\n4\n5\n6\n7\n8\n9");

        assertThatThrownBy(() ->
                        Golden.assertMatches(folder, "a.txt", "1\n2\n3\n4\nV\n6\n7\n8\n9", false))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("make golden")
                .hasMessageContaining("@@ line 5 @@\n  2\n  3\n  4\n- 5\n+ V\n  6\n  7\n  8\n");
    }

    @Test
    void goldenFileThatIsAbsentNamesTheCommandThatWritesIt() {
        assertThatThrownBy(() -> Golden.assertMatches(folder, "b.txt", "x", false))
                .hasMessageContaining("make golden");
    }

    @Test
    void goldenFileIsWrittenWhenRewriting() throws IOException {
        Golden.assertMatches(folder, "deep/c.txt", "new", true);

        assertThat(folder.resolve("deep/c.txt")).hasContent("new");
    }

    @ParameterizedTest
    @Seeds(3)
    void sameSeedGivesTheSameNumbers(Seed seed) {
        assertThat(seed.random().nextLong()).isEqualTo(seed.random().nextLong());
    }

    @Test
    void seedSaysHowToRepeat() {
        assertThat(new Seed(42)).hasToString("seed 42, repeat with -Dseed=42");
    }

    static Stream<Arguments> sums() {
        return TextTable.arguments(
                """
                # left, right and their sum
                left | right | sum
                -----|-------|----
                1    | 2     | 3
                20   |  22   | 42
                """);
    }

    @ParameterizedTest
    @MethodSource("sums")
    void tableRowsBecomeArguments(String left, String right, String sum) {
        assertThat(Integer.parseInt(left) + Integer.parseInt(right))
                .isEqualTo(Integer.parseInt(sum));
    }

    @Test
    void tableCellsMayBeEmptyAndMayHoldBars() {
        TextTable table = TextTable.of("a | b\n  | x\\|y \n");

        assertThat(table.rows().getFirst().cell("a")).isEmpty();
        assertThat(table.rows().getFirst().cell("b")).isEqualTo("x|y");
    }

    @Test
    void tableRowOfWrongLengthNamesItsLine() {
        assertThatThrownBy(() -> TextTable.of("a | b\n1 | 2\n1\n")).hasMessageContaining("line 3");
    }

    @Test
    void sharedDataThatIsAbsentSkipsTheTest() {
        assertThat(SharedData.find("no/such/file")).isEmpty();
        assertThatThrownBy(() -> SharedData.orSkip("no/such/file"))
                .isInstanceOf(TestAbortedException.class);
    }

    @Test
    @NeedsSharedData("no/such/file")
    void conditionSkipsWithoutTheData() {
        throw new AssertionError("must have been skipped");
    }
}
