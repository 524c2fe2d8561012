package manumit.hub.checks;

import java.util.List;
import java.util.UUID;
import manumit.journal.SubjectHash;
import manumit.matching.Particulars;
import org.jspecify.annotations.Nullable;

/// A check with its answer, about to be recorded.
///
/// @param post null: at none
/// @param key the member's own reference; null: none
/// @param questionHash SHA-256 of what was asked, in hexadecimal; null without a key
/// @param travellerJson the particulars as they are stored
/// @param subjects the traveller's identifiers, hashed
/// @param candidates what is answered, best first
/// @param hidden what only the owners are told
/// @param phase left when the check is among the recent ones, or will never be
record NewCheck(
        UUID id,
        Asker asker,
        @Nullable UUID post,
        @Nullable String key,
        @Nullable String questionHash,
        Particulars particulars,
        String travellerJson,
        List<SubjectHash> subjects,
        List<CandidateView> candidates,
        List<CandidateView> hidden,
        ChecksUnderWay.Phase phase) {

    UUID member() {
        return asker.acting().member();
    }

    @Override
    public String toString() {
        return "NewCheck[" + id + "]";
    }
}
