package manumit.matching.documentindex;

import java.util.Objects;
import manumit.matching.Country;
import manumit.matching.DocumentType;
import manumit.matching.TravelDocument;
import manumit.matching.documents.DocumentNumber;

/// One listed document. Issuer, number and type say which document it is: of two entries with the
/// same three, the later one replaces the earlier.
///
/// @param issuer issuing country; {@link Country#UNKNOWN} where the source does not say
/// @param number capital letters and digits; what is given otherwise is brought into this form. At
///   least {@value #MIN_LENGTH} of them, at most {@value TravelDocument#MAX_LENGTH}
/// @param type what it is; {@link DocumentType#UNKNOWN} where the source does not say
/// @param reason why it is listed
public record DocumentEntry(
        Country issuer, String number, DocumentType type, ListingReason reason) {

    /// Shortest number that is listed or looked up: shorter ones are row numbers and slips.
    public static final int MIN_LENGTH = DocumentNumber.MIN_LENGTH;

    public DocumentEntry {
        Objects.requireNonNull(issuer);
        Objects.requireNonNull(type);
        Objects.requireNonNull(reason);
        number = plain(number);
        if (number.length() < MIN_LENGTH || number.length() > TravelDocument.MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "number: from "
                            + MIN_LENGTH
                            + " to "
                            + TravelDocument.MAX_LENGTH
                            + " letters and digits expected, found "
                            + number.length());
        }
    }

    /// The entry that lists this document.
    public static DocumentEntry of(TravelDocument document, ListingReason reason) {
        return new DocumentEntry(document.issuer(), document.number(), document.type(), reason);
    }

    /// Is it the same document, whatever the reason?
    boolean isSameDocument(DocumentEntry other) {
        return type == other.type && number.equals(other.number) && issuer.equals(other.issuer);
    }

    /// The capital letters and digits of a number. Most numbers are nothing else: they stay as they
    /// are.
    static String plain(String number) {
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (!(c >= '0' && c <= '9') && !(c >= 'A' && c <= 'Z')) {
                return DocumentNumber.of(number).plain();
            }
        }
        return number;
    }

    /// Never shows the number.
    @Override
    public String toString() {
        return "DocumentEntry[" + type + ", " + issuer + ", " + reason + "]";
    }
}
