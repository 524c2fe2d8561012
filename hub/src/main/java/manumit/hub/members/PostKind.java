package manumit.hub.members;

/// Where people and documents are checked.
public enum PostKind {
    BORDER_POINT,
    AIRPORT,
    PORT,
    PATROL,
    DESK
}
