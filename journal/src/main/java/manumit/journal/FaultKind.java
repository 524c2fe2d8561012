package manumit.journal;

/// What can be wrong with an export of the journal.
public enum FaultKind {
    CHANGED("changed", "the entry is not what was hashed when it was written"),
    REMOVED("removed", "the entry is missing; others follow"),
    INSERTED("inserted", "the entry's number was there already"),
    REORDERED("reordered", "it stands after a later one"),
    TRUNCATED("truncated", "the end is missing: more was signed or announced than is there"),
    REWRITTEN("rewritten", "the chain is whole, but not the one that was signed"),
    BAD_SIGNATURE("bad-signature", "the checkpoint does not carry the signature of its key"),
    FOREIGN_KEY("foreign-key", "signed by a key that is not among those trusted"),
    UNREADABLE("unreadable", "the line is none of an export");

    private final String code;
    private final String meaning;

    FaultKind(String code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /// Stable.
    public String code() {
        return code;
    }

    /// In words, for people.
    public String meaning() {
        return meaning;
    }
}
