package manumit.hub.hits;

import java.time.Instant;
import java.util.UUID;
import manumit.hub.hits.HitState.Turn;
import manumit.matching.Band;
import org.jspecify.annotations.Nullable;

/// A line of the queue.
///
/// @param recordName of the alert, as its owner wrote it
/// @param outcome null as long as there is none
public record HitSummary(
        UUID id,
        long version,
        HitState state,
        Party side,
        boolean mine,
        Turn turn,
        boolean late,
        boolean hidden,
        boolean retro,
        boolean personWaits,
        String ownerCode,
        String ownerName,
        String memberCode,
        String memberName,
        @Nullable String postName,
        String recordName,
        String ownerReference,
        boolean sheltered,
        Band band,
        @Nullable Instant clockFrom,
        @Nullable Instant dueAt,
        @Nullable HitOutcome outcome) {

    static HitSummary of(Hit hit, UUID acting, Instant now) {
        return new HitSummary(
                hit.id(),
                hit.version(),
                hit.state(),
                acting.equals(hit.member()) && !hit.hidden() ? Party.ASKER : Party.OWNER,
                hit.isTurnOf(acting),
                hit.turn(),
                hit.isLate(now),
                hit.hidden(),
                hit.retro(),
                hit.personWaits(),
                hit.ownerCode(),
                hit.ownerName(),
                hit.memberCode(),
                hit.memberName(),
                hit.postName(),
                hit.comparison().recordName(),
                hit.comparison().ownerReference(),
                hit.sheltered(),
                hit.comparison().band(),
                hit.clockFrom(),
                hit.dueAt(),
                hit.outcome());
    }

    @Override
    public String toString() {
        return "HitSummary[" + id + ", " + state + "]";
    }
}
