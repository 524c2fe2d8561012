package manumit.hub.hits;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import manumit.hub.checks.CandidateView;
import manumit.hub.hits.HitState.Turn;
import manumit.hub.journal.JournaledRecord;
import manumit.hub.ownership.HandlingCode;
import manumit.journal.RecordReference;
import org.jspecify.annotations.Nullable;

/// A hit as its two sides see it. A hit alone is no ground for action.
///
/// @param side which side the reader is of
/// @param mine whether it is the reader's member's turn
/// @param late the clock has run out
/// @param check identifier of the check; null for the owner, who reads of it here only
/// @param clockFrom begin of the clock of whose turn it is; null with `dueAt`: none runs
/// @param with name of the colleague who has it on the reader's side; null: whoever is on duty
/// @param answer the owner's answer that holds now; null: none yet
/// @param proposal an answer that waits for a second person; for the owner only
/// @param maySecond whether the reader may be the second person for it
/// @param open what the reader may do now
/// @param steps oldest first
public record HitView(
        UUID id,
        long version,
        HitState state,
        Party side,
        boolean mine,
        Turn turn,
        boolean late,
        boolean hidden,
        boolean retro,
        UUID alert,
        UUID owner,
        String ownerCode,
        String ownerName,
        UUID member,
        String memberCode,
        String memberName,
        @Nullable UUID check,
        Instant checkedAt,
        @Nullable UUID post,
        @Nullable String postName,
        String operation,
        String purpose,
        HandlingCode handlingCode,
        boolean personWaits,
        CandidateView comparison,
        @Nullable Instant askedAt,
        @Nullable Instant clockFrom,
        @Nullable Instant dueAt,
        @Nullable String with,
        @Nullable Answer answer,
        @Nullable Answer proposal,
        boolean maySecond,
        @Nullable HitOutcome outcome,
        Set<Deed> open,
        List<Step> steps)
        implements JournaledRecord {

    /// What the owner says.
    ///
    /// @param second name of the second person of the owner; empty if none was asked
    public record Answer(Deed decision, String words, String by, String second, Instant at) {
        @Override
        public String toString() {
            return "Answer[" + decision + "]";
        }
    }

    /// @param by name of whoever did it; empty: the hub
    /// @param code of an answer, action or outcome; empty for others
    public record Step(
            Instant at, StepKind kind, Party party, String by, String code, String words) {
        @Override
        public String toString() {
            return "Step[" + at + ", " + kind + "]";
        }
    }

    public HitView {
        open = Set.copyOf(open);
        steps = List.copyOf(steps);
    }

    /// Belongs to the owner of the alert: its journal tells who read it.
    @Override
    public RecordReference journalReference() {
        return new RecordReference(owner.toString(), "hit", id.toString());
    }

    @Override
    public String toString() {
        return "HitView[" + id + ", " + state + "]";
    }
}
