package manumit.matching.documents;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import manumit.matching.TravelDocument;

/// Keys under which documents are found: two documents whose numbers may be called the same or
/// confused by {@link DocumentEvidence} share at least one key.
public final class DocumentKeys {

    private DocumentKeys() {}

    /// Folded numbers of comparable length, and the same without a machine-readable check digit
    /// where the last character is one.
    public static Set<String> of(List<TravelDocument> documents) {
        Set<String> keys = new LinkedHashSet<>();
        for (TravelDocument document : documents) {
            DocumentNumber number = DocumentNumber.of(document.number());
            if (!number.isComparable()) {
                continue;
            }
            keys.add(number.folded());
            String plain = number.plain();
            String shorter = plain.substring(0, plain.length() - 1);
            if (CheckDigits.isWithCheckDigit(plain, shorter)) {
                keys.add(number.folded().substring(0, shorter.length()));
            }
        }
        return keys;
    }
}
