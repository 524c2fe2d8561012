package manumit.benchmarks.evaluation;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Reads the files of labelled data, whole.
final class CsvTable {

    private CsvTable() {}

    /// Rows of a comma-separated file with a header.
    static List<NamedCsvRecord> read(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder()
                        .detectBomHeader(true)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofNamedCsvRecord(file)) {
            List<NamedCsvRecord> rows = new ArrayList<>();
            reader.forEach(rows::add);
            return rows;
        }
    }

    /// Cells of a tab-separated file without header; lines with fewer cells than asked are left
    /// out.
    static List<String[]> readTabbed(Path file, int cells) throws IOException {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.map(line -> line.split("\t", -1))
                    .filter(row -> row.length >= cells)
                    .toList();
        }
    }

    /// The field, or nothing where the row or the file has none.
    static String field(NamedCsvRecord row, String name) {
        return row.findField(name).map(String::strip).orElse("");
    }
}
