package manumit.matching.documentindex;

import static org.assertj.core.api.Assertions.assertThat;

import manumit.matching.Country;
import manumit.matching.DocumentType;
import org.junit.jupiter.api.Test;

class EntryCodeTest {

    @Test
    void everyIssuerTypeAndReasonComesBackFromItsCode() {
        int countries = 0;
        for (char first = 'A'; first <= 'Z'; first++) {
            for (char second = 'A'; second <= 'Z'; second++) {
                String code = "" + first + second;
                if (!isCountry(code)) {
                    continue;
                }
                countries++;
                for (DocumentType type : DocumentType.values()) {
                    for (ListingReason reason : ListingReason.values()) {
                        DocumentEntry entry =
                                new DocumentEntry(new Country(code), "B01234567", type, reason);
                        assertThat(EntryCode.entry("B01234567", EntryCode.of(entry)))
                                .isEqualTo(entry);
                    }
                }
            }
        }
        assertThat(countries).isGreaterThan(200);
    }

    @Test
    void aCodeOfNothingIsNoEntry() {
        long code =
                EntryCode.of(
                        new DocumentEntry(
                                new Country("FR"),
                                "B01234567",
                                DocumentType.PASSPORT,
                                ListingReason.LOST));

        assertThat(EntryCode.entry("B01234567", code | EntryCode.REMOVED)).isNull();
        assertThat(EntryCode.entry("B01234567", code | 0b1111 << 3)).isNull();
        assertThat(EntryCode.entry("B01234567", code | 0b1111111111 << 7)).isNull();
        assertThat(EntryCode.entry("B0", code)).isNull();
    }

    /// The code is part of the file format: files written today must be read tomorrow.
    @Test
    void theCodeIsTheOneInExistingFiles() {
        DocumentEntry entry =
                new DocumentEntry(
                        new Country("FR"),
                        "B01234567",
                        DocumentType.NATIONAL_ID,
                        ListingReason.REVOKED);

        assertThat(EntryCode.of(entry)).isEqualTo(1L << 33 | (5 * 26 + 17) << 7 | 1 << 3 | 2);
    }

    private static boolean isCountry(String code) {
        try {
            return new Country(code).code().equals(code);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
