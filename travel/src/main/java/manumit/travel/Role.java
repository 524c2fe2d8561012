package manumit.travel;

/// As what somebody is on board.
public enum Role {
    PASSENGER,
    CREW,
    TRANSIT_PASSENGER,
    TRANSIT_CREW,
    UNKNOWN
}
