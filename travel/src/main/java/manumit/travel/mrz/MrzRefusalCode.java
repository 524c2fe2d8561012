package manumit.travel.mrz;

import java.util.Locale;

/// Why a document cannot be written as a zone. Codes are stable; `docs/mrz.md` explains them.
public enum MrzRefusalCode {
    /// A letter of a name for which the standard has no transliteration.
    LETTER_UNKNOWN,
    /// A character that must not stand in the field.
    CHARACTER_NOT_ALLOWED,
    /// More characters than the field has.
    TOO_LONG,
    /// The field must not be empty.
    VALUE_MISSING;

    /// Lower case with hyphens, for example `letter-unknown`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
