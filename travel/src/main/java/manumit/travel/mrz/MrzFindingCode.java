package manumit.travel.mrz;

import java.util.Locale;

/// What can be odd about a zone that was read all the same. Codes are stable; `docs/mrz.md`
/// explains them to users.
public enum MrzFindingCode {
    /// A check digit does not hold: at least one character of the field or the digit is wrong.
    CHECK_DIGIT_FAILS,
    /// A filler or another character stands where a check digit must.
    CHECK_DIGIT_MISSING,
    /// A character was replaced by one it is confused with; the check digits hold now.
    REPAIRED,
    /// A character stands where its kind must not, for example a digit in a name. It is kept; one
    /// outside A-Z, 0-9 and `<` is read as a filler.
    CHARACTER_NOT_ALLOWED,
    /// The name fills its field to the last place: it may go on. Compare by beginnings.
    NAME_TRUNCATED,
    /// There is no name, or no primary identifier.
    NAME_MISSING,
    /// There is no document number.
    NUMBER_MISSING,
    /// Year, month or day is not given.
    DATE_PARTLY_UNKNOWN,
    /// No such day, or no date; it is unknown.
    DATE_UNREADABLE,
    /// The three letters are no code of a state or body that issues documents. They are kept.
    STATE_UNKNOWN,
    /// Neither M, F, X nor a filler; it is unknown.
    SEX_UNREADABLE,
    /// The lines were joined or split and have been cut anew.
    LINES_RECUT,
    /// Fillers of a line were too few or too many.
    FILLERS_MENDED;

    /// Lower case with hyphens, for example `check-digit-fails`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
