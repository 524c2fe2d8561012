package manumit.lists;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Rows of named texts, from CSV with a header (comma, semicolon or tab) or from NDJSON: what
/// travellers and pairs come in. Recognised by content.
final class Table {

    /// One row.
    ///
    /// @param line where it begins
    /// @param cells texts by column or key as written; values of an array are joined by `|`
    record Row(long line, SequencedMap<String, String> cells) {}

    private final Lines lines;
    private final Rejects rejects;
    private final @Nullable CsvRows rows;
    private final List<String> header;

    private Table(Lines lines, Rejects rejects, @Nullable CsvRows rows, List<String> header) {
        this.lines = lines;
        this.rejects = rejects;
        this.rows = rows;
        this.header = header;
    }

    /// @param in as returned by {@link Source#open}
    /// @param accepts whether a header of these columns is one to read
    /// @param expected the accepted header, for the message
    static Table open(
            InputStream in,
            Rejects rejects,
            java.util.function.Predicate<List<String>> accepts,
            String expected)
            throws IOException {
        InputStream marked = in.markSupported() ? in : new BufferedInputStream(in);
        String head = Source.head(marked).stripLeading();
        Lines lines = new Lines(marked, rejects);
        if (head.startsWith("{")) {
            return new Table(lines, rejects, null, List.of());
        }
        char separator = separator(head);
        CsvRows rows = new CsvRows(lines, separator, rejects);
        List<String> header = rows.next();
        if (header == null) {
            return new Table(lines, rejects, rows, List.of());
        }
        if (!accepts.test(header)) {
            throw new IOException(rejects.file() + ": the first row must be a header: " + expected);
        }
        return new Table(lines, rejects, rows, header);
    }

    /// The separator that stands most often in the first line.
    static char separator(String head) {
        int end = head.indexOf('\n');
        String first = end < 0 ? head : head.substring(0, end);
        char best = ',';
        long most = first.chars().filter(c -> c == ',').count();
        for (char candidate : new char[] {';', '\t'}) {
            long count = first.chars().filter(c -> c == candidate).count();
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }

    /// The next row that can be read, or null at the end.
    @Nullable Row next() throws IOException {
        return rows == null ? nextJson() : nextCsv(rows);
    }

    private @Nullable Row nextCsv(CsvRows source) throws IOException {
        List<String> row;
        while ((row = source.next()) != null) {
            if (row.size() > header.size()) {
                OfacReader.rejectColumns(source.number(), row.size(), header.size(), rejects);
                continue;
            }
            SequencedMap<String, String> cells = new LinkedHashMap<>();
            for (int i = 0; i < header.size(); i++) {
                cells.putIfAbsent(header.get(i), i < row.size() ? row.get(i) : "");
            }
            return new Row(source.number(), cells);
        }
        return null;
    }

    private @Nullable Row nextJson() throws IOException {
        String line;
        while ((line = lines.next()) != null) {
            if (line.isBlank()) {
                continue;
            }
            Json json = Json.find(line);
            if (json == null) {
                rejects.add(
                        lines.number(), RejectCode.JSON_BROKEN, "the line is not one JSON object");
                continue;
            }
            SequencedMap<String, String> cells = new LinkedHashMap<>();
            json.texts().forEach((key, values) -> cells.put(key, String.join("|", values)));
            return new Row(lines.number(), cells);
        }
        return null;
    }

    /// Values by field, of the columns with this prefix; the prefix is taken off.
    static SequencedMap<String, List<String>> fields(Row row, String prefix) {
        SequencedMap<String, List<String>> fields = new LinkedHashMap<>();
        row.cells()
                .forEach((column, text) -> {
                    String name = Header.normal(column);
                    if (name.startsWith(prefix)) {
                        Fields.find(name.substring(prefix.length()))
                                .ifPresent(field ->
                                        fields.computeIfAbsent(field, _ -> new ArrayList<>())
                                                .addAll(Fields.values(text)));
                    }
                });
        return fields;
    }
}
