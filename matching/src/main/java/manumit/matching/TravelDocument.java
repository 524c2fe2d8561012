package manumit.matching;

import java.util.Objects;

/// A numbered document.
///
/// @param type what it is; {@link DocumentType#UNKNOWN} where the source does not say
/// @param number as written; compared without spaces and punctuation, with letters and digits that
///   are confused in reading (O/0, I/1 …) folded together; never blank
/// @param issuer issuing country; {@link Country#UNKNOWN} where the source does not say
public record TravelDocument(DocumentType type, String number, Country issuer) {

    /// Longest number kept, in UTF-16 units.
    public static final int MAX_LENGTH = 60;

    public TravelDocument {
        Objects.requireNonNull(type);
        Objects.requireNonNull(issuer);
        number = number.strip();
        if (number.isEmpty()) {
            throw new IllegalArgumentException("number: a document number must not be blank");
        }
        if (number.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "number: at most " + MAX_LENGTH + " characters, found " + number.length());
        }
    }

    /// Never shows the number.
    @Override
    public String toString() {
        return "TravelDocument[" + type + ", " + issuer + "]";
    }
}
