package manumit.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// Compares what the code prints with a file that a person has reviewed.
///
/// The files lie under `src/test/resources/golden` of the module whose test asks. `make golden`
/// (`-Dgolden.rewrite=true`) writes them anew; the differences are then reviewed like any change.
public final class Golden {

    /// Lines of agreement shown around a difference.
    private static final int CONTEXT_LINES = 3;

    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

    private Golden() {}

    /// Passes if the file `name` holds exactly the text; in rewriting mode, writes it.
    ///
    /// @param name file name with extension, folders separated by `/`, for example
    ///   `check/table.txt`
    /// @throws AssertionError showing the first difference, if the file differs or is absent
    public static void assertMatches(String name, String actual) {
        assertMatches(FOLDER, name, actual, Boolean.getBoolean("golden.rewrite"));
    }

    static void assertMatches(Path folder, String name, String actual, boolean rewrite) {
        Path file = folder.resolve(name);
        try {
            if (rewrite) {
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
                Files.writeString(file, actual);
                return;
            }
            if (!Files.exists(file)) {
                throw new AssertionError(
                        "Golden file " + file + " does not exist; write it with `make golden`.");
            }
            String expected = Files.readString(file);
            if (!expected.equals(actual)) {
                throw new AssertionError(
                        "Differs from golden file "
                                + file
                                + "; if the change is meant, run `make golden` and review it.\n"
                                + firstDifference(expected, actual));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The lines around the first difference: `-` is the file, `+` what the test got.
    static String firstDifference(String expected, String actual) {
        List<String> was = List.of(expected.split("\n", -1));
        List<String> is = List.of(actual.split("\n", -1));
        int start = 0;
        while (start < was.size() && start < is.size() && was.get(start).equals(is.get(start))) {
            start++;
        }
        int same = 0;
        while (same < was.size() - start
                && same < is.size() - start
                && was.get(was.size() - 1 - same).equals(is.get(is.size() - 1 - same))) {
            same++;
        }
        StringBuilder diff = new StringBuilder("@@ line " + (start + 1) + " @@\n");
        append(diff, "  ", was, Math.max(0, start - CONTEXT_LINES), start);
        append(diff, "- ", was, start, was.size() - same);
        append(diff, "+ ", is, start, is.size() - same);
        int after = was.size() - same;
        append(diff, "  ", was, after, Math.min(was.size(), after + CONTEXT_LINES));
        return diff.toString();
    }

    private static void append(
            StringBuilder diff, String mark, List<String> lines, int from, int to) {
        for (String line : lines.subList(from, to)) {
            diff.append(mark).append(line).append('\n');
        }
    }
}
