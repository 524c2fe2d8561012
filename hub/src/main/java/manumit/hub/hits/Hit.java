package manumit.hub.hits;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import manumit.hub.checks.CandidateView;
import manumit.hub.hits.HitState.Turn;
import manumit.hub.ownership.HandlingCode;
import org.jspecify.annotations.Nullable;

/// A hit as it is stored; what is shown of it is {@link HitView}.
///
/// @param member that made the check
/// @param clockFrom begin of the clock of whose turn it is; null with `dueAt`: none runs
/// @param answer the owner's answer that holds now: {@link Deed#CONFIRM} or {@link Deed#REFUTE}
/// @param postName null if made at none
record Hit(
        UUID id,
        UUID alert,
        UUID owner,
        String ownerCode,
        String ownerName,
        UUID member,
        String memberCode,
        String memberName,
        UUID check,
        Instant checkedAt,
        boolean hidden,
        boolean retro,
        HitState state,
        Turn turn,
        String operation,
        String purpose,
        @Nullable UUID post,
        @Nullable String postName,
        CandidateView comparison,
        boolean sheltered,
        HandlingCode handlingCode,
        boolean personWaits,
        @Nullable Instant askedAt,
        @Nullable Deed answer,
        @Nullable HitOutcome outcome,
        @Nullable Instant clockFrom,
        @Nullable Instant dueAt,
        @Nullable UUID askerUser,
        @Nullable UUID ownerUser,
        long version) {

    /// Parties that a member is here; both if it found its own alert.
    Set<Party> parties(UUID acting) {
        EnumSet<Party> parties = EnumSet.noneOf(Party.class);
        if (acting.equals(owner)) {
            parties.add(Party.OWNER);
        }
        if (acting.equals(member) && !hidden) {
            parties.add(Party.ASKER);
        }
        return parties;
    }

    boolean isTurnOf(UUID acting) {
        return switch (turn) {
            case OWNER -> acting.equals(owner);
            case ASKER -> acting.equals(member);
            case NONE -> false;
        };
    }

    boolean isLate(Instant now) {
        return dueAt != null && !now.isBefore(dueAt);
    }

    @Override
    public String toString() {
        return "Hit[" + id + ", " + state + "]";
    }
}
