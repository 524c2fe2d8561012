package manumit.hub.hits;

/// Who does something about a hit.
enum Party {
    /// The member whose check it was.
    ASKER,
    /// The member that owns the alert.
    OWNER,
    /// The hub by itself, when a clock runs out.
    HUB
}
