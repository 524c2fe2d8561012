package manumit.travel;

/// As what a traveller is booked.
public enum AgeKind {
    ADULT,
    CHILD,
    INFANT,
    /// A group without names; such an entry names its booking and is no passenger.
    GROUP,
    UNKNOWN
}
