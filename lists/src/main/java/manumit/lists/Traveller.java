package manumit.lists;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import manumit.matching.Particulars;

/// Somebody to check, as given in a file.
///
/// @param id the file's own reference, or the line where it has none
/// @param particulars what was understood
/// @param given the fields as written, by column, in their order; to echo, not to log
public record Traveller(String id, Particulars particulars, SequencedMap<String, String> given) {

    public Traveller {
        given = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(given));
    }

    /// Never shows personal data.
    @Override
    public String toString() {
        return "Traveller[" + id + "]";
    }
}
