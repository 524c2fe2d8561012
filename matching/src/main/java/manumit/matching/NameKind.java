package manumit.matching;

/// How a name belongs to its bearer.
public enum NameKind {
    /// The name the record is kept under.
    PRIMARY,
    /// Another name the person is known to use; as good as the primary one.
    ALIAS,
    /// A nickname, nom de guerre or unreliable alias (UN "low quality", OFAC "weak"): a match on it
    /// alone counts less.
    WEAK_ALIAS,
    /// A name borne before marriage or a change of name.
    MAIDEN,
    /// The name in the script its bearer writes.
    ORIGINAL_SCRIPT
}
