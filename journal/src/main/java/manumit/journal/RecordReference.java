package manumit.journal;

/// The record an act is about.
///
/// @param owner member that owns the record; its users may read entries about it
/// @param type for example `alert`, `incident`
/// @param id the record's reference, unique within its type
public record RecordReference(String owner, String type, String id) {

    /// An act that is about no single record, such as a search.
    public static final RecordReference NONE = new RecordReference("", "", "");

    public RecordReference {
        Text.require("record owner", owner, Actor.MOST_CHARS);
        Text.require("record type", type, Actor.MOST_CHARS);
        Text.require("record id", id, Actor.MOST_CHARS);
        boolean anyStated = !owner.isEmpty() || !type.isEmpty() || !id.isEmpty();
        boolean allStated = !owner.isEmpty() && !type.isEmpty() && !id.isEmpty();
        if (anyStated && !allStated) {
            throw new IllegalArgumentException(
                    "record: owner, type and id must all be stated, or none");
        }
    }

    public boolean isNone() {
        return type.isEmpty();
    }

    @Override
    public String toString() {
        return isNone() ? "no record" : type + " " + id;
    }
}
