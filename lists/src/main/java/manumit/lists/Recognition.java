package manumit.lists;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Tells the format of a list from the beginning of its text.
final class Recognition {

    /// Rows looked at before a header is given up on.
    private static final int MAX_ROWS = 5;

    private static final Set<String> OFAC_ALIAS_KINDS = Set.of("aka", "fka", "nka");

    private Recognition() {}

    /// @param head the first bytes of the text, without byte order mark
    static Optional<ListFormat> of(String head) {
        String text = head.stripLeading();
        if (text.startsWith("<")) {
            return text.contains("<CONSOLIDATED_LIST")
                    ? Optional.of(ListFormat.UN_XML)
                    : Optional.empty();
        }
        if (text.startsWith("{")) {
            return Optional.of(ofJson(text));
        }
        return text.isEmpty() ? Optional.empty() : ofCsv(head);
    }

    /// FollowTheMoney has a schema in every object. The first line may be broken, or longer than
    /// what is looked at: then the words decide.
    private static ListFormat ofJson(String text) {
        for (String line : text.split("\n", MAX_ROWS + 1)) {
            Json json = Json.find(line);
            if (json != null) {
                return json.texts().containsKey("schema")
                        ? ListFormat.FOLLOW_THE_MONEY
                        : ListFormat.OWN_NDJSON;
            }
        }
        return text.contains("\"schema\"") && text.contains("\"properties\"")
                ? ListFormat.FOLLOW_THE_MONEY
                : ListFormat.OWN_NDJSON;
    }

    private static Optional<ListFormat> ofCsv(String head) {
        Rejects nobody = new Rejects("", _ -> {});
        byte[] bytes = head.getBytes(StandardCharsets.UTF_8);
        try {
            CsvRows rows =
                    new CsvRows(new Lines(new ByteArrayInputStream(bytes), nobody), ',', nobody);
            List<String> row;
            for (int i = 0; i < MAX_ROWS && (row = rows.next()) != null; i++) {
                Optional<ListFormat> format = ofRow(row);
                if (format.isPresent()) {
                    return format;
                }
            }
            char separator = Table.separator(head);
            CsvRows own =
                    new CsvRows(
                            new Lines(new ByteArrayInputStream(bytes), nobody), separator, nobody);
            List<String> header = own.next();
            return header != null && Fields.isHeader(header)
                    ? Optional.of(ListFormat.OWN_CSV)
                    : Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory", e);
        }
    }

    private static Optional<ListFormat> ofRow(List<String> row) {
        Header header = new Header(row);
        if (UsConsolidatedReader.isHeader(header)) {
            return Optional.of(ListFormat.US_CONSOLIDATED);
        }
        if (EuReader.isHeader(header)) {
            return Optional.of(ListFormat.EU_JOURNAL);
        }
        boolean numbered =
                !row.getFirst().isEmpty() && row.getFirst().chars().allMatch(Character::isDigit);
        if (!numbered || !row.contains("-0-")) {
            return Optional.empty();
        }
        return switch (row.size()) {
            case OfacReader.SDN_COLUMNS -> Optional.of(ListFormat.OFAC_SDN);
            case OfacReader.ALT_COLUMNS ->
                    OFAC_ALIAS_KINDS.contains(row.get(2).toLowerCase(Locale.ROOT))
                            ? Optional.of(ListFormat.OFAC_ALT)
                            : Optional.empty();
            case OfacReader.ADD_COLUMNS -> Optional.of(ListFormat.OFAC_ADD);
            default -> Optional.empty();
        };
    }
}
