package manumit.travel.mrz;

/// What stands in a part of the zone. A field includes its own check digit.
public enum MrzField {
    DOCUMENT_CODE,
    ISSUER,
    NAME,
    NUMBER,
    NATIONALITY,
    BIRTH_DATE,
    SEX,
    EXPIRY,
    /// Left to the issuer; in TD1 the first line's.
    OPTIONAL,
    /// TD1 only: the second line's.
    SECOND_OPTIONAL,
    /// The last check digit, over several fields.
    COMPOSITE
}
