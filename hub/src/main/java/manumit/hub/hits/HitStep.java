package manumit.hub.hits;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that was done about a hit. Never changed.
///
/// @param at UTC
/// @param by name of whoever did it, as it was then; empty: the hub
/// @param code of an answer, action or outcome; empty for others
/// @param words as written; empty if none were asked for
record HitStep(
        Instant at,
        StepKind kind,
        Party party,
        Audience seenBy,
        @Nullable UUID actor,
        String by,
        String code,
        String words) {

    /// Who reads a step.
    enum Audience {
        BOTH,
        ASKER,
        OWNER
    }

    @Override
    public String toString() {
        return "HitStep[" + at + ", " + kind + "]";
    }
}
