package manumit.matching.documentindex;

/// How the number asked for and the listed number agree, the closest first.
public enum NumberAgreement {
    /// The same capital letters and digits in the same order.
    AS_WRITTEN,
    /// The same, but one of them carries its machine-readable check digit at the end.
    CHECK_DIGIT,
    /// The same only when letters and digits confused in reading (O/0, I/1 …) are taken for one.
    CONFUSED
}
