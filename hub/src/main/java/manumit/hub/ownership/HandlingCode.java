package manumit.hub.ownership;

/// What may be done with a shared item (R4). In order of strictness: H0 police use only; H1 not in
/// court without the owner's leave; H2 not to be passed on; H3 other restriction, ask the owner.
public enum HandlingCode {
    H0,
    H1,
    H2,
    H3;

    /// Of two that meet in a derived item the strictest wins.
    public HandlingCode strictest(HandlingCode other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
