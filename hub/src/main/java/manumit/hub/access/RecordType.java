package manumit.hub.access;

/// Types of owned records, for suspensions "for one type of record" (rule R14).
public enum RecordType {
    PERSON,
    DOCUMENT,
    VEHICLE,
    ORGANISATION,
    INCIDENT,
    PROTECTION,
    CASE
}
