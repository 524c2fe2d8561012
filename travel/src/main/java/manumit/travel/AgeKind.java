package manumit.travel;

/// As what a traveller is booked.
public enum AgeKind {
    ADULT,
    CHILD,
    INFANT,
    /// A group without names.
    GROUP,
    UNKNOWN
}
