package manumit.travel.warnings;

/// Something odd in a message that was read nevertheless.
///
/// @param place where it stands
/// @param text tag and qualifier or the numbers concerned; never personal data
public record Warning(WarningCode code, Place place, String text) {

    /// Code, place, subject and remedy in one line, fit for a log.
    @Override
    public String toString() {
        return code.code()
                + " at "
                + place
                + (text.isEmpty() ? "" : " (" + text + ")")
                + ": "
                + code.remedy();
    }
}
