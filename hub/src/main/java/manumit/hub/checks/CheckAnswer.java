package manumit.hub.checks;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import manumit.hub.identity.Description;
import manumit.hub.journal.JournaledRecord;
import manumit.journal.RecordReference;
import org.jspecify.annotations.Nullable;

/// The answer to a check. A candidate in it is a question to its owner, and no ground for action.
///
/// @param journalEntry number of the entry, durable before this was sent
/// @param traveller as understood; null when deleted after the time that checks are kept
/// @param mrz null without a machine-readable zone, and when answered from what is stored
/// @param verdicts what officers made of candidates
@JsonInclude(JsonInclude.Include.NON_NULL)
record CheckAnswer(
        UUID id,
        UUID member,
        Instant madeAt,
        long journalEntry,
        @Nullable UUID post,
        @Nullable Description traveller,
        @Nullable ZoneView mrz,
        List<CandidateView> candidates,
        List<Verdict> verdicts,
        From answeredFrom)
        implements JournaledRecord {

    /// Where an answer comes from.
    enum From {
        /// The lists were asked.
        CHECK,
        /// The same was asked with this key before: what was answered then, as far as the member
        /// may still know of it.
        JOURNAL
    }

    /// What an officer made of a candidate.
    record Verdict(UUID alert, Kind verdict, @Nullable String reason, Instant at) {

        enum Kind {
            NOT_THIS_PERSON,
            /// The owner is asked: a hit.
            ASKED
        }

        @Override
        public String toString() {
            return "Verdict[" + alert + "]";
        }
    }

    CheckAnswer {
        candidates = List.copyOf(candidates);
        verdicts = List.copyOf(verdicts);
    }

    @Override
    public RecordReference journalReference() {
        return new RecordReference(member.toString(), "check", id.toString());
    }

    @Override
    public String toString() {
        return "CheckAnswer[" + id + "]";
    }
}
