package manumit.travel.edifact;

import manumit.travel.warnings.Place;
import manumit.travel.warnings.WarningCode;

/// Bytes that belong to no message.
public final class UnreadBytes {

    private final WarningCode reason;
    private final Place place;
    private final byte[] bytes;

    UnreadBytes(WarningCode reason, Place place, byte[] bytes) {
        this.reason = reason;
        this.place = place;
        this.bytes = bytes;
    }

    public WarningCode reason() {
        return reason;
    }

    public Place place() {
        return place;
    }

    /// As they came; at most {@link EdifactReader#MAX_UNREAD_BYTES}. A copy.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// Reason and place: the bytes may hold personal data.
    @Override
    public String toString() {
        return reason.code() + " at " + place + ", " + bytes.length + " bytes";
    }
}
