package manumit.travel.mrz;

import java.util.Locale;

/// Why a text could not be read as a zone. Codes are stable; `docs/mrz.md` explains them.
public enum UnreadableCode {
    EMPTY("Scan or type the two or three lines of the document."),
    TOO_LONG("Give the two or three lines of one document only, at most 1000 characters."),
    LENGTH_UNKNOWN(
            "Lines of 3 x 30, 2 x 36 or 2 x 44 characters are read. Scan again; a character was lost"
                    + " or added, or this is no machine-readable zone."),
    NATIONAL_LAYOUT(
            "This card has a layout of its own state, which is not read. Type in number, name and"
                    + " birth date as printed."),
    NO_CHECK_DIGIT_HOLDS(
            "No check digit holds, so nothing can be trusted. Scan again, or type in the fields as"
                    + " printed.");

    private final String remedy;

    UnreadableCode(String remedy) {
        this.remedy = remedy;
    }

    /// Lower case with hyphens, for example `length-unknown`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What to do, in plain English.
    public String remedy() {
        return remedy;
    }
}
