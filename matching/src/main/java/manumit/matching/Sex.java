package manumit.matching;

/// Sex as travel documents print it.
public enum Sex {
    FEMALE,
    MALE,
    /// `X` or `<` in a document: the document deliberately says neither. Carries no evidence.
    UNSPECIFIED,
    /// Not given.
    UNKNOWN
}
