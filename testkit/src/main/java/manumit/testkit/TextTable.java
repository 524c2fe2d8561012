package manumit.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/// Cases of a parameterised test as a table a layman can read and extend.
///
/// ```
/// # Cyrillic to Latin
/// name          | other        | outcome
/// --------------|--------------|--------
/// Пётр Соколов  | Petr Sokolov | agree
/// ```
///
/// The first row names the columns. Blank lines, lines of dashes and bars, and lines that begin
/// with `#` say nothing. Cells are stripped; `\|` is a bar inside a cell.
public final class TextTable {

    private final List<String> columns;
    private final List<Row> rows;

    private TextTable(List<String> columns, List<Row> rows) {
        this.columns = List.copyOf(columns);
        this.rows = List.copyOf(rows);
    }

    /// Reads a table.
    ///
    /// @throws IllegalArgumentException if there is no row of column names, or a row has more or
    ///   fewer cells than columns
    public static TextTable of(String text) {
        List<String> columns = List.of();
        List<Row> rows = new ArrayList<>();
        int lineNumber = 0;
        for (String line : text.split("\n", -1)) {
            lineNumber++;
            if (line.isBlank() || line.strip().startsWith("#") || line.matches("[-|+: ]+")) {
                continue;
            }
            List<String> cells = cells(line);
            if (columns.isEmpty()) {
                columns = cells;
            } else if (cells.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "line "
                                + lineNumber
                                + ": "
                                + cells.size()
                                + " cells, but "
                                + columns.size()
                                + " columns");
            } else {
                rows.add(new Row(columns, cells, lineNumber));
            }
        }
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("text: a first row with column names is needed");
        }
        return new TextTable(columns, rows);
    }

    /// The rows of a table as arguments of a `@MethodSource`, one string per cell.
    public static Stream<Arguments> arguments(String text) {
        return of(text).rows.stream().map(row -> Arguments.of(row.cells().toArray()));
    }

    public List<String> columns() {
        return columns;
    }

    public List<Row> rows() {
        return rows;
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        for (String cell : line.strip().split("(?<!\\\\)\\|", -1)) {
            cells.add(cell.strip().replace("\\|", "|"));
        }
        return cells;
    }

    /// One case.
    ///
    /// @param columns names of the columns
    /// @param cells as many as columns; empty where nothing is written
    /// @param line line in the table, from 1
    public record Row(List<String> columns, List<String> cells, int line) {

        public Row {
            columns = List.copyOf(columns);
            cells = List.copyOf(cells);
        }

        /// The cell of a column.
        ///
        /// @throws IllegalArgumentException if there is no such column
        public String cell(String column) {
            int index = columns.indexOf(column);
            if (index < 0) {
                throw new IllegalArgumentException("column: " + column + " is none of " + columns);
            }
            return cells.get(index);
        }

        @Override
        public String toString() {
            return "line " + line + ": " + String.join(" | ", cells);
        }
    }
}
