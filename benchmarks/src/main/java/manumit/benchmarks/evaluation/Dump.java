package manumit.benchmarks.evaluation;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import manumit.matching.Comparison;
import org.jspecify.annotations.Nullable;

/// Writes development pairs with their evidence as JSON lines, so that weights can be refitted.
///
/// A line: `{"set","kind","same","reachable","left","right","bits","band","evidence":[{"field",
/// "outcome","query","record","bits"}]}`. The file holds names from public lists: it is for tuning,
/// and never part of the project.
final class Dump implements AutoCloseable {

    private final @Nullable BufferedWriter writer;

    private Dump(@Nullable BufferedWriter writer) {
        this.writer = writer;
    }

    /// @param file null writes nothing
    static Dump to(@Nullable Path file) throws IOException {
        return new Dump(
                file == null ? null : Files.newBufferedWriter(file, StandardCharsets.UTF_8));
    }

    /// Development pairs of the set; of an undivided set all pairs.
    void write(String set, Measured measured) throws IOException {
        boolean undivided = measured.pairs().stream().noneMatch(LabelledPair::development);
        for (int i = 0; i < measured.pairs().size(); i++) {
            LabelledPair pair = measured.pairs().get(i);
            if (undivided || pair.development()) {
                write(set, pair, measured.comparisons().get(i));
            }
        }
    }

    void write(String set, LabelledPair pair, Comparison comparison) throws IOException {
        if (writer == null) {
            return;
        }
        String head =
                Stream.of(
                                field("set", Json.quoted(set)),
                                field("kind", Json.quoted(pair.kind())),
                                field("same", Boolean.toString(pair.same())),
                                field("reachable", Boolean.toString(pair.reachable())),
                                field("left", Json.quoted(pair.left().names().getFirst().whole())),
                                field(
                                        "right",
                                        Json.quoted(pair.right().names().getFirst().whole())),
                                field("bits", Json.number(comparison.bits())),
                                field("band", Json.quoted(comparison.band().code())))
                        .collect(Collectors.joining(","));
        String evidence =
                comparison.evidence().stream()
                        .map(e ->
                                "{"
                                        + field("field", Json.quoted(e.field().code()))
                                        + ","
                                        + field("outcome", Json.quoted(e.outcome().code()))
                                        + ","
                                        + field("query", Json.quoted(e.query()))
                                        + ","
                                        + field("record", Json.quoted(e.record()))
                                        + ","
                                        + field("bits", Json.number(e.bits()))
                                        + "}")
                        .collect(Collectors.joining(","));
        writer.write("{" + head + ",\"evidence\":[" + evidence + "]}\n");
    }

    private static String field(String name, String json) {
        return "\"" + name + "\":" + json;
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }
}
