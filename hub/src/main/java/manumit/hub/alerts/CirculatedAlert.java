package manumit.hub.alerts;

import java.time.Instant;
import java.util.UUID;
import manumit.hub.identity.Description;
import manumit.hub.ownership.Evaluation;
import manumit.hub.ownership.HandlingCode;
import org.jspecify.annotations.Nullable;

/// An alert as it is told to whoever finds it.
///
/// @param ownerReference the owner's own number
/// @param status null for what is no person
/// @param sheltered somebody to protect: answered with instructions, never listed
/// @param instructions what the owner asks to do and not to do, in the owner's words
/// @param operation reference; empty: of none
public record CirculatedAlert(
        UUID id,
        UUID owner,
        String ownerReference,
        AlertKind kind,
        @Nullable PersonStatus status,
        boolean sheltered,
        Description description,
        String instructions,
        HandlingCode handlingCode,
        Evaluation evaluation,
        String operation,
        Instant circulatedAt,
        long version) {

    @Override
    public String toString() {
        return "CirculatedAlert[" + id + "]";
    }
}
