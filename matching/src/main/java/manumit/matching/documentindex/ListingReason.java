package manumit.matching.documentindex;

/// Why a document is listed.
public enum ListingReason {
    STOLEN,
    LOST,
    /// Declared invalid by its issuer.
    REVOKED,
    /// Stolen before it was made out to anybody.
    STOLEN_BLANK,
    /// Not said.
    UNKNOWN
}
