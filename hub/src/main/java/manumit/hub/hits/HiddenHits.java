package manumit.hub.hits;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import manumit.hub.checks.CandidateView;
import manumit.hub.checks.CheckListener;
import manumit.hub.checks.RecordedCheck;
import manumit.hub.hits.HitStep.Audience;
import manumit.matching.Band;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Tells an owner that a member found what it may not know of (R3), in the transaction that records
/// the check.
///
/// The owner learns which member checked, when, at which post and for which operation and purpose,
/// and what was compared with its alert; not who of the member it was.
@Component
class HiddenHits implements CheckListener {

    private final HitRows rows;
    private final HitClocks clocks;
    private final Clock clock;

    HiddenHits(HitRows rows, HitClocks clocks, Clock clock) {
        this.rows = rows;
        this.clocks = clocks;
        this.clock = clock;
    }

    @Override
    public void recording(JdbcClient sql, List<RecordedCheck> checks) {
        for (RecordedCheck check : checks) {
            for (CandidateView candidate : check.hidden()) {
                if (candidate.band().atLeast(Band.POSSIBLE)) {
                    add(sql, check, candidate, true, false);
                }
            }
        }
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
