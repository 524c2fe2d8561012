package manumit.matching;

/// What a record or a query describes.
public enum EntityKind {
    PERSON,
    ORGANISATION,
    VESSEL,
    AIRCRAFT,
    /// Not said. Compares with every kind without gain or loss.
    UNKNOWN
}
