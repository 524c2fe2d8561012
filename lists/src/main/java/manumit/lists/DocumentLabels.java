package manumit.lists;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import manumit.matching.DocumentType;

/// What the lists of the United States call documents: the resource `document-types.tsv`.
final class DocumentLabels {

    private static final Map<String, Optional<DocumentType>> TYPES = new HashMap<>();
    private static final int LONGEST;

    static {
        int longest = 0;
        try (InputStream in = DocumentLabels.class.getResourceAsStream("document-types.tsv")) {
            if (in == null) {
                throw new IllegalStateException("document-types.tsv is missing from the module");
            }
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line : reader.lines().toList()) {
                if (!line.startsWith("#") && !line.isBlank()) {
                    String[] cells = line.split("\t", -1);
                    TYPES.put(
                            cells[0],
                            cells[1].equals("-")
                                    ? Optional.empty()
                                    : Optional.of(DocumentType.valueOf(cells[1])));
                    longest = Math.max(longest, cells[0].length());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        LONGEST = longest;
    }

    /// A label found at the beginning of a text.
    ///
    /// @param rest what follows it
    record Labelled(DocumentType type, String rest) {}

    private DocumentLabels() {}

    /// The type that exactly this label stands for.
    static Optional<DocumentType> find(String label) {
        return TYPES.getOrDefault(label.strip().toLowerCase(Locale.ROOT), Optional.empty());
    }

    /// The longest label with which the text begins.
    static Optional<Labelled> findAtStart(String text) {
        String t = text.toLowerCase(Locale.ROOT);
        int end = Math.min(LONGEST, t.length() - 1);
        for (int i = end; i > 0; i--) {
            if (t.charAt(i) == ' ') {
                Optional<DocumentType> type = TYPES.get(t.substring(0, i));
                if (type != null) {
                    String rest = text.substring(text.length() - (t.length() - i)).strip();
                    return type.map(found -> new Labelled(found, rest));
                }
            }
        }
        return Optional.empty();
    }
}
