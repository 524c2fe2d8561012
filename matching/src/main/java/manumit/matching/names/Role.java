package manumit.matching.names;

/// What a part does in a name, where the source or the part itself tells.
public enum Role {
    GIVEN,
    FAMILY,
    /// A father's name, as the part's ending tells.
    PATRONYMIC,
    /// The source gives the name as one line.
    UNKNOWN
}
