package manumit.lists;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows of a CSV text, one at a time. FastCSV reads each row; this class finds where it ends,
/// so that a broken quote costs one row and not the rest of the file: when a row does not close
/// within the limits, its first line is rejected and reading goes on with the line after it.
final class CsvRows {

    /// Most lines of one row. Real ones have up to about 20 (addresses in quotes).
    private static final int MAX_LINES = 200;

    /// Most characters of one row of several lines.
    private static final int MAX_CHARS = 1 << 20;

    private enum State {
        FIELD_START,
        UNQUOTED,
        QUOTED,
        /// Behind a quote inside a quoted cell: the end of the cell, or the first half of `""`.
        QUOTE_IN_QUOTED,
        BROKEN
    }

    private record Line(long number, String text) {}

    private final Lines lines;
    private final char separator;
    private final Rejects rejects;
    private final CsvReader.CsvReaderBuilder parser;

    /// Lines read ahead and given back.
    private final Deque<Line> ahead = new ArrayDeque<>();

    private long number;

    CsvRows(Lines lines, char separator, Rejects rejects) {
        this.lines = lines;
        this.separator = separator;
        this.rejects = rejects;
        this.parser =
                CsvReader.builder()
                        .fieldSeparator(separator)
                        .trimWhitespacesAroundQuotes(true)
                        .skipEmptyLines(true);
    }

    /// The cells of the next row, stripped, or null at the end. Blank lines are skipped.
    @Nullable List<String> next() throws IOException {
        while (true) {
            Line first = nextLine();
            if (first == null) {
                return null;
            }
            // DOS files end with a control character of their own.
            if (first.text().isBlank() || first.text().equals("\u001a")) {
                continue;
            }
            String row = whole(first);
            if (row == null) {
                continue;
            }
            try {
                List<String> cells = new ArrayList<>();
                for (String cell : parser.ofSingleCsvRecord(row).getFields()) {
                    cells.add(cell.strip());
                }
                number = first.number();
                return cells;
            } catch (CsvParseException e) {
                rejects.add(first.number(), RejectCode.ROW_BROKEN, "the row is not CSV");
            }
        }
    }

    /// First line of the row returned last, from 1.
    long number() {
        return number;
    }

    /// The whole row that begins with this line, or null where it is broken (rejected then).
    private @Nullable String whole(Line first) throws IOException {
        State state = scan(first.text(), State.FIELD_START);
        if (state != State.QUOTED && state != State.BROKEN) {
            return first.text();
        }
        StringBuilder row = new StringBuilder(first.text());
        List<Line> more = new ArrayList<>();
        while (state == State.QUOTED && more.size() < MAX_LINES && row.length() < MAX_CHARS) {
            Line line = nextLine();
            if (line == null) {
                break;
            }
            more.add(line);
            row.append('\n').append(line.text());
            state = scan(line.text(), State.QUOTED);
        }
        if (state != State.QUOTED && state != State.BROKEN) {
            return row.toString();
        }
        for (Line line : more.reversed()) {
            ahead.addFirst(line);
        }
        rejects.add(
                first.number(),
                RejectCode.ROW_BROKEN,
                "a quote is not closed, or text follows a closing quote");
        return null;
    }

    private @Nullable Line nextLine() throws IOException {
        if (!ahead.isEmpty()) {
            return ahead.removeFirst();
        }
        String text = lines.next();
        return text == null ? null : new Line(lines.number(), text);
    }

    private State scan(String text, State start) {
        State state = start;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            state =
                    switch (state) {
                        case FIELD_START -> {
                            if (c == '"') {
                                yield State.QUOTED;
                            }
                            yield c == separator || c == ' ' ? state : State.UNQUOTED;
                        }
                        case UNQUOTED -> c == separator ? State.FIELD_START : state;
                        case QUOTED -> c == '"' ? State.QUOTE_IN_QUOTED : state;
                        case QUOTE_IN_QUOTED -> {
                            if (c == '"' && text.charAt(i - 1) == '"') {
                                yield State.QUOTED;
                            }
                            if (c == separator) {
                                yield State.FIELD_START;
                            }
                            yield c == ' ' ? state : State.BROKEN;
                        }
                        case BROKEN -> state;
                    };
        }
        return state;
    }
}
