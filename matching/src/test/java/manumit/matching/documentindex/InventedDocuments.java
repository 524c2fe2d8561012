package manumit.matching.documentindex;

import java.util.List;
import java.util.Random;
import manumit.matching.Country;
import manumit.matching.DocumentType;
import manumit.matching.TravelDocument;
import manumit.matching.documents.CheckDigits;

/// Documents that often come near each other: few numbers, with confused characters, check digits,
/// other issuers and types.
final class InventedDocuments {

    private static final List<Country> ISSUERS =
            List.of(new Country("FR"), new Country("BE"), new Country("ZZ"), new Country("XK"));

    private static final List<DocumentType> TYPES =
            List.of(
                    DocumentType.PASSPORT,
                    DocumentType.NATIONAL_ID,
                    DocumentType.OTHER,
                    DocumentType.UNKNOWN);

    private static final String CONFUSED = "0OQD1ILJ2Z5S6G8B";
    private static final String CLEAR = "3479ACEFHKMNPRTUVWXY";

    private final Random random;
    private final int different;

    /// @param different about how many numbers there are, apart from confused characters
    InventedDocuments(Random random, int different) {
        this.random = random;
        this.different = different;
    }

    TravelDocument document() {
        return new TravelDocument(any(TYPES), spaced(number()), any(ISSUERS));
    }

    DocumentEntry entry() {
        return DocumentEntry.of(document(), any(List.of(ListingReason.values())));
    }

    private String number() {
        Random fixed = new Random(random.nextInt(different));
        int length = 4 + fixed.nextInt(fixed.nextInt(3) == 0 ? 56 : 9);
        StringBuilder number = new StringBuilder();
        for (int i = 0; i < length; i++) {
            int at = fixed.nextInt(CONFUSED.length() + CLEAR.length());
            if (at >= CONFUSED.length()) {
                number.append(CLEAR.charAt(at - CONFUSED.length()));
            } else if (random.nextInt(4) > 0) {
                number.append(CONFUSED.charAt(at));
            } else {
                number.append(CONFUSED.charAt(random.nextInt(CONFUSED.length())));
            }
        }
        if (length < 60 && random.nextInt(3) == 0) {
            number.append(CheckDigits.icao(number.toString()));
        }
        return number.toString();
    }

    private String spaced(String number) {
        return number.length() < 60 && random.nextInt(5) == 0
                ? number.substring(0, 2) + "-" + number.substring(2)
                : number;
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
