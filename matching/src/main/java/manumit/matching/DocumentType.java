package manumit.matching;

/// Kinds of numbered documents that identify their holder.
public enum DocumentType {
    PASSPORT,
    NATIONAL_ID,
    RESIDENCE_PERMIT,
    VISA,
    DRIVING_LICENCE,
    SEAMAN_BOOK,
    REFUGEE_TRAVEL_DOCUMENT,
    TAX_NUMBER,
    /// IMO or registration number of a vessel, tail number of an aircraft, company registration.
    REGISTRATION,
    OTHER,
    /// Not said.
    UNKNOWN
}
