package manumit.lists;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import manumit.matching.EntityKind;
import manumit.matching.Particulars;

/// Manumit's own list format, as CSV with a header or as NDJSON; see `docs/lists.md`.
final class OwnReader {

    private OwnReader() {}

    /// @param list name of the list where a record does not give its own
    static void read(InputStream in, String list, Records records, Rejects rejects)
            throws IOException {
        Table table = Table.open(in, rejects, Fields::isHeader, String.join(", ", Fields.ALL));
        Table.Row row;
        while ((row = table.next()) != null) {
            Map<String, List<String>> fields = Table.fields(row, "");
            String id = String.join("", fields.getOrDefault("id", List.of()));
            if (id.isBlank()) {
                id = Long.toString(row.line());
            }
            Particulars particulars =
                    Fields.particulars(
                            field -> fields.getOrDefault(field, List.of()),
                            EntityKind.PERSON,
                            true,
                            new Fields.Place(id, "", row.line(), rejects));
            List<String> own = fields.getOrDefault("list", List.of());
            records.add(
                    own.isEmpty() || own.getFirst().isBlank() ? list : own.getFirst(),
                    id,
                    particulars,
                    row.line(),
                    rejects);
        }
    }
}
