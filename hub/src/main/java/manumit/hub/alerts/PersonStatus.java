package manumit.hub.alerts;

/// What the person of an alert is to its owner (R6). There is no default.
public enum PersonStatus {
    SUSPECT,
    ACCUSED,
    CONVICTED,
    VICTIM,
    POTENTIAL_VICTIM,
    WITNESS,
    MISSING,
    UNIDENTIFIED,
    DECEASED;

    /// Of somebody who is protected, not looked for (R17).
    public boolean isSheltered() {
        return this == VICTIM || this == POTENTIAL_VICTIM || this == WITNESS;
    }
}
