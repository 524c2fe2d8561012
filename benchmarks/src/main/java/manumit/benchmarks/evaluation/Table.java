package manumit.benchmarks.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A titled table of results.
///
/// @param section the section that measured it
/// @param title what was measured, on what
/// @param columns headings; the name of each value in JSON
/// @param rows as many cells each as there are columns
/// @param notes what a reader must know to read the numbers rightly
record Table(
        Section section,
        String title,
        List<String> columns,
        List<List<Cell>> rows,
        List<String> notes) {

    Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        notes = List.copyOf(notes);
        for (List<Cell> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "rows: a row of "
                                + row.size()
                                + " cells under "
                                + columns.size()
                                + " columns in "
                                + title);
            }
        }
    }

    /// A section that could not be measured.
    static Table skipped(Section section, String reason) {
        return new Table(
                section, section.title() + ": skipped", List.of(), List.of(), List.of(reason));
    }

    /// Aligned columns, two spaces apart.
    String shown() {
        List<StringBuilder> lines = new ArrayList<>();
        for (int i = 0; i <= rows.size(); i++) {
            lines.add(new StringBuilder("  "));
        }
        for (int c = 0; c < columns.size(); c++) {
            int column = c;
            boolean flushLeft = !rows.isEmpty() && rows.getFirst().get(c).flushLeft();
            List<String> texts = new ArrayList<>();
            texts.add(columns.get(c));
            rows.forEach(row -> texts.add(row.get(column).shown()));
            int width = texts.stream().mapToInt(String::length).max().orElse(0);
            for (int i = 0; i < texts.size(); i++) {
                String padding = " ".repeat(width - texts.get(i).length());
                lines.get(i)
                        .append(flushLeft ? texts.get(i) + padding : padding + texts.get(i))
                        .append("  ");
            }
        }
        StringBuilder b = new StringBuilder(title).append('\n');
        if (!columns.isEmpty()) {
            lines.forEach(line -> b.append(line.toString().stripTrailing()).append('\n'));
        }
        notes.forEach(note -> b.append("  · ").append(note).append('\n'));
        return b.toString();
    }

    /// One JSON object; rows are objects keyed by the columns.
    String json() {
        String rowsJson =
                rows.stream()
                        .map(row -> {
                            List<String> fields = new ArrayList<>();
                            for (int c = 0; c < columns.size(); c++) {
                                fields.add(Json.quoted(columns.get(c)) + ":" + row.get(c).json());
                            }
                            return "{" + String.join(",", fields) + "}";
                        })
                        .collect(Collectors.joining(",\n "));
        return "{\"section\":"
                + Json.quoted(section.code())
                + ",\"title\":"
                + Json.quoted(title)
                + ",\"rows\":["
                + rowsJson
                + "],\"notes\":["
                + notes.stream().map(Json::quoted).collect(Collectors.joining(","))
                + "]}";
    }
}
