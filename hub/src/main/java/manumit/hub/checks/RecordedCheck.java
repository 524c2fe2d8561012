package manumit.hub.checks;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import manumit.matching.Particulars;
import org.jspecify.annotations.Nullable;

/// A check as it was recorded.
///
/// @param member that asked, through `actor`
/// @param post null if made at none
/// @param candidates that the asking member may know of, best first
/// @param hidden that it may not: for their owners alone (R3)
public record RecordedCheck(
        UUID id,
        UUID member,
        UUID actor,
        String operation,
        String purpose,
        @Nullable UUID post,
        Instant madeAt,
        Particulars particulars,
        List<CandidateView> candidates,
        List<CandidateView> hidden) {

    public RecordedCheck {
        candidates = List.copyOf(candidates);
        hidden = List.copyOf(hidden);
    }

    @Override
    public String toString() {
        return "RecordedCheck[" + id + "]";
    }
}
