package manumit.hub.alerts;

import manumit.hub.access.RecordType;

/// What an alert asks of whoever finds it.
public enum AlertKind {
    /// Wanted for arrest by the owner.
    WANTED(RecordType.PERSON),
    MISSING(RecordType.PERSON),
    /// The owner asks where the person is, no more.
    TO_BE_LOCATED(RecordType.PERSON),
    /// Somebody who may be a victim, to be protected.
    PROTECT(RecordType.PERSON),
    /// The person may be a danger to others.
    WARNING(RecordType.PERSON),
    LOST(RecordType.DOCUMENT),
    STOLEN(RecordType.DOCUMENT),
    REVOKED(RecordType.DOCUMENT),
    /// Stolen before anybody's name was in it.
    STOLEN_BLANK(RecordType.DOCUMENT),
    VEHICLE(RecordType.VEHICLE),
    ORGANISATION(RecordType.ORGANISATION),
    /// An entry of a published list, kept by its publisher.
    PUBLISHED(RecordType.PERSON);

    private final RecordType type;

    AlertKind(RecordType type) {
        this.type = type;
    }

    public RecordType type() {
        return type;
    }

    /// Found by checks, listed to nobody but the owner (R17).
    public boolean isSheltered() {
        return this == MISSING || this == PROTECT;
    }
}
