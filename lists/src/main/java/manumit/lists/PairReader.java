package manumit.lists;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import manumit.matching.EntityKind;
import manumit.matching.Particulars;

/// Reads pairs of descriptions, from CSV or NDJSON: `id`, and every field of a traveller twice,
/// with `left_` and `right_` in front.
public final class PairReader {

    private static final String EXPECTED =
            "id, left_name, right_name, and optionally birth_date, sex, nationality,"
                    + " document_number, document_type, document_country, kind, given_names,"
                    + " family_name, each with left_ and right_ in front";

    private PairReader() {}

    /// Streams the pairs of a text. A value that cannot be read is rejected and the pair handed on
    /// without it; a pair with a side that has neither name nor document is rejected whole. The
    /// stream is read to its end and not closed.
    ///
    /// @param fileName for rejects and messages
    /// @throws IOException if the stream cannot be read, or its first row is no known header
    public static void read(
            InputStream in, String fileName, Consumer<Pair> pairs, Consumer<Reject> rejects)
            throws IOException {
        Rejects sink = new Rejects(fileName, rejects);
        Table table = Table.open(Source.open(in, fileName), sink, PairReader::isHeader, EXPECTED);
        Table.Row row;
        while ((row = table.next()) != null) {
            String id = String.join("", Table.fields(row, "").getOrDefault("id", List.of()));
            if (id.isBlank()) {
                id = Long.toString(row.line());
            }
            Particulars left = side(row, id, "left_", sink);
            Particulars right = side(row, id, "right_", sink);
            if (isEmpty(left) || isEmpty(right)) {
                sink.add(
                        row.line(),
                        RejectCode.NAME_MISSING,
                        Records.shown(id)
                                + ": "
                                + (isEmpty(left) ? "left" : "right")
                                + " has neither a name nor a document number");
                continue;
            }
            pairs.accept(new Pair(id, left, right));
        }
    }

    private static Particulars side(Table.Row row, String id, String prefix, Rejects rejects) {
        Map<String, List<String>> fields = Table.fields(row, prefix);
        return Fields.particulars(
                field -> fields.getOrDefault(field, List.of()),
                EntityKind.UNKNOWN,
                false,
                new Fields.Place(id, prefix, row.line(), rejects));
    }

    private static boolean isEmpty(Particulars side) {
        return side.names().isEmpty() && side.documents().isEmpty();
    }

    private static boolean isHeader(List<String> columns) {
        Set<String> names = new HashSet<>();
        columns.forEach(column -> names.add(Header.normal(column)));
        return isSide(names, "left_") && isSide(names, "right_");
    }

    private static boolean isSide(Set<String> names, String prefix) {
        return Fields.isHeader(
                names.stream()
                        .filter(name -> name.startsWith(prefix))
                        .map(name -> name.substring(prefix.length()))
                        .toList());
    }
}
