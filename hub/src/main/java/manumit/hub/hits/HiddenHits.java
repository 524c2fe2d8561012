package manumit.hub.hits;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import manumit.hub.checks.CandidateView;
import manumit.hub.checks.RecordedCheck;
import manumit.hub.hits.HitStep.Audience;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Makes hits of candidates that nobody has asked about: those that only the owner may know of (R3,
/// {@link HiddenFinds}), and those found afterwards ({@link RetroHits}).
///
/// The owner of a hidden one learns which member checked, when, at which post and for which
/// operation and purpose, and what was compared with its alert; not who of the member it was.
@Component
class HiddenHits {

    private final HitRows rows;
    private final HitClocks clocks;
    private final Clock clock;

    HiddenHits(HitRows rows, HitClocks clocks, Clock clock) {
        this.rows = rows;
        this.clocks = clocks;
        this.clock = clock;
    }

    /// A candidate that nobody has asked about, with its clock, its first step and its notice.
    ///
    /// @param hidden of the owner alone
    /// @return whether it is new there
    boolean add(
            JdbcClient sql,
            RecordedCheck check,
            CandidateView candidate,
            boolean hidden,
            boolean retro) {
        Instant now = clock.instant();
        Instant due = clocks.due(HitState.CANDIDATE, false, now);
        Optional<UUID> hit = rows.insert(sql, check, candidate, hidden, retro, due, now);
        hit.ifPresent(id -> {
            rows.add(
                    sql,
                    id,
                    new HitStep(
                            retro ? now : check.madeAt(),
                            retro ? StepKind.FOUND_LATER : StepKind.FOUND,
                            Party.HUB,
                            hidden ? Audience.OWNER : Audience.BOTH,
                            null,
                            "",
                            "",
                            ""));
            rows.tell(sql, id, hidden ? NoticeKind.HIDDEN_HIT : NoticeKind.CANDIDATE, now);
        });
        return hit.isPresent();
    }
}
