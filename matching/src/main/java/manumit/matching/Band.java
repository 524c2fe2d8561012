package manumit.matching;

import java.util.Locale;

/// What a score asks of the officer, from the most pressing. The limits belong to the method's
/// version and are explained in `docs/matching.md`.
public enum Band {
    /// Compare the person in front of you with the record now.
    STRONG,
    /// Look at the evidence; more likely than not worth a second look.
    POSSIBLE,
    /// Kept for investigators and for tuning; not shown at a post.
    WEAK,
    /// No candidate.
    NONE;

    /// Lower case, as in JSON.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Is this band as pressing as the other, or more?
    public boolean atLeast(Band other) {
        return compareTo(other) <= 0;
    }
}
