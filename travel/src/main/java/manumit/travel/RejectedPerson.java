package manumit.travel;

import manumit.travel.warnings.Place;
import manumit.travel.warnings.WarningCode;

/// A person of whom nothing could be read. The others of the message were.
///
/// @param verbatim the segment as written
public record RejectedPerson(WarningCode code, Place place, String verbatim) {

    /// Code and place only.
    @Override
    public String toString() {
        return code.code() + " at " + place;
    }
}
