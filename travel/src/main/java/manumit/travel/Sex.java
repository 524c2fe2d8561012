package manumit.travel;

/// Sex as a travel document has it.
public enum Sex {
    FEMALE,
    MALE,
    /// The document says `X`.
    UNSPECIFIED,
    /// The message says nothing.
    UNKNOWN
}
