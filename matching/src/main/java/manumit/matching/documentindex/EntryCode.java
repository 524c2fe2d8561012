package manumit.matching.documentindex;

import java.util.List;
import java.util.Locale;
import manumit.matching.Country;
import manumit.matching.DocumentType;
import org.jspecify.annotations.Nullable;

/// What an entry says besides its key, as one integer: from the highest bit down, spelling (24),
/// issuer (10), type (4), reason (3). Without the reason it is the *identity*: of two entries with
/// the same key and identity, one replaces the other.
///
/// All of this is part of the file format: new types and reasons are added at the end.
final class EntryCode {

    static final int REASON_BITS = 3;
    static final int TYPE_BITS = 4;
    static final int ISSUER_BITS = 10;
    static final int BITS = NumberCode.SPELLING_BITS + ISSUER_BITS + TYPE_BITS + REASON_BITS;

    /// In the place of a reason, in changes only: the document is no longer listed.
    static final int REMOVED = (1 << REASON_BITS) - 1;

    private static final List<DocumentType> TYPES =
            List.of(
                    DocumentType.PASSPORT,
                    DocumentType.NATIONAL_ID,
                    DocumentType.RESIDENCE_PERMIT,
                    DocumentType.VISA,
                    DocumentType.DRIVING_LICENCE,
                    DocumentType.SEAMAN_BOOK,
                    DocumentType.REFUGEE_TRAVEL_DOCUMENT,
                    DocumentType.TAX_NUMBER,
                    DocumentType.REGISTRATION,
                    DocumentType.OTHER,
                    DocumentType.UNKNOWN);

    private static final List<ListingReason> REASONS =
            List.of(
                    ListingReason.STOLEN,
                    ListingReason.LOST,
                    ListingReason.REVOKED,
                    ListingReason.STOLEN_BLANK,
                    ListingReason.UNKNOWN);

    private static final int LETTERS = 26;

    /// Issuer code to country; null where no country has it.
    private static final @Nullable Country[] ISSUERS = new @Nullable Country[LETTERS * LETTERS];

    static {
        for (int i = 0; i < ISSUERS.length; i++) {
            String code =
                    String.format(
                            Locale.ROOT,
                            "%c%c",
                            (char) ('A' + i / LETTERS),
                            (char) ('A' + i % LETTERS));
            ISSUERS[i] = Country.find(code).filter(c -> c.code().equals(code)).orElse(null);
        }
    }

    private EntryCode() {}

    /// Of an entry whose number is at most 12 long.
    static long of(DocumentEntry entry) {
        return NumberCode.spelling(entry.number()) << (ISSUER_BITS + TYPE_BITS + REASON_BITS)
                | issuerTypeReason(entry);
    }

    /// Everything but the spelling, in 17 bits.
    static int issuerTypeReason(DocumentEntry entry) {
        String issuer = entry.issuer().code();
        int issuerCode = (issuer.charAt(0) - 'A') * LETTERS + issuer.charAt(1) - 'A';
        return (issuerCode << TYPE_BITS | TYPES.indexOf(entry.type())) << REASON_BITS
                | REASONS.indexOf(entry.reason());
    }

    /// The entry back from its codes.
    ///
    /// @param code with or without spelling
    /// @return null where a code stands for nothing
    static @Nullable DocumentEntry entry(String plain, long code) {
        int reason = reason(code);
        int type = (int) (code >>> REASON_BITS) & (1 << TYPE_BITS) - 1;
        int issuer = (int) (code >>> (REASON_BITS + TYPE_BITS)) & (1 << ISSUER_BITS) - 1;
        if (reason >= REASONS.size()
                || type >= TYPES.size()
                || issuer >= ISSUERS.length
                || plain.length() < DocumentEntry.MIN_LENGTH) {
            return null;
        }
        Country country = ISSUERS[issuer];
        return country == null
                ? null
                : new DocumentEntry(country, plain, TYPES.get(type), REASONS.get(reason));
    }

    static long spelling(long code) {
        return code >>> (ISSUER_BITS + TYPE_BITS + REASON_BITS);
    }

    static long identity(long code) {
        return code >>> REASON_BITS;
    }

    static int reason(long code) {
        return (int) code & REMOVED;
    }
}
