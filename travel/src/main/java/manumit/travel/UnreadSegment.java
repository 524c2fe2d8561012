package manumit.travel;

import manumit.travel.warnings.Place;

/// A segment that nothing reads, kept for those who look into the message.
///
/// @param verbatim as written, card numbers masked; where nothing is known of the segment, `…` for
///   what reads like a remark or like the code of a service that is dropped
public record UnreadSegment(Place place, String verbatim) {

    /// The place only.
    @Override
    public String toString() {
        return "unread " + place;
    }
}
