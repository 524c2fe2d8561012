package manumit.travel;

import java.util.List;
import manumit.travel.warnings.Place;
import manumit.travel.warnings.Warning;
import manumit.travel.warnings.WarningCode;

/// Bytes or a message that could not be read, to be kept in quarantine, corrected and read again.
public final class Unreadable implements TravelMessage {

    private final WarningCode reason;
    private final Place place;
    private final byte[] bytes;

    public Unreadable(WarningCode reason, Place place, byte[] bytes) {
        this.reason = reason;
        this.place = place;
        this.bytes = bytes.clone();
    }

    public WarningCode reason() {
        return reason;
    }

    public Place place() {
        return place;
    }

    /// As they came; they may hold everything that intake drops elsewhere. A copy.
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public List<Warning> warnings() {
        return List.of(new Warning(reason, place, bytes.length + " bytes"));
    }

    /// Reason and place: the bytes may hold personal data.
    @Override
    public String toString() {
        return reason.code() + " at " + place + ", " + bytes.length + " bytes";
    }
}
