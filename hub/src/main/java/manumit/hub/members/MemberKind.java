package manumit.hub.members;

/// What takes part: countries, through their National Central Bureau, and international bodies.
public enum MemberKind {
    COUNTRY,
    INTERNATIONAL_BODY
}
