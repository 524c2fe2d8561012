package manumit.hub.hits;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import manumit.hub.access.Acting;
import manumit.hub.database.ActingTransaction;
import manumit.hub.hits.HitStep.Audience;
import manumit.hub.journal.ActUnderWay;
import manumit.hub.web.ProblemException;
import manumit.hub.web.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/// How a deed is done: under the lock of the hit, by the table of states and the own rights, with
/// its step, its clock, and whoever has to know.
@Component
class HitDeeds {

    private final ActingTransaction transactions;
    private final HitRows rows;
    private final HitReading reading;
    private final HitClocks clocks;
    private final Clock clock;

    HitDeeds(
            ActingTransaction transactions,
            HitRows rows,
            HitReading reading,
            HitClocks clocks,
            Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.reading = reading;
        this.clocks = clocks;
        this.clock = clock;
    }

    /// Something that somebody may do, under the lock of the hit.
    ///
    /// @param after the state that it leads to
    record Doing(
            Acting acting,
            String name,
            Hit hit,
            Deed deed,
            Party by,
            HitState after,
            Instant now) {}

    HitView change(
            UUID id,
            @Nullable Long expected,
            Deed deed,
            BiFunction<JdbcClient, Doing, HitView> work) {
        Acting acting = ActingTransaction.signedIn();
        return transactions.asSignedIn(sql -> {
            Hit hit = rows.lock(sql, id).orElseThrow(Versions::notFound);
            tellAct(hit);
            if (expected != null && expected != hit.version()) {
                Versions.updated(0, true);
            }
            return work.apply(sql, doing(sql, acting, hit, deed));
        });
    }

    /// @throws AccessDeniedException if it is not this actor's to do, whatever the state
    /// @throws ProblemException if it cannot be done in this state
    Doing doing(JdbcClient sql, Acting acting, Hit hit, Deed deed) {
        List<Party> allowed =
                hit.parties(acting.member()).stream()
                        .filter(party -> HitTransitions.isOf(hit.hidden(), deed, party))
                        .filter(party -> HitReading.mayActAs(acting, party, hit.sheltered()))
                        .toList();
        if (allowed.isEmpty()) {
            throw new AccessDeniedException("not this side's to do");
        }
        for (Party party : allowed) {
            Optional<HitState> after = HitTransitions.after(hit.hidden(), hit.state(), deed, party);
            if (after.isPresent()) {
                String name = HitReading.name(sql, acting.id()).orElse("");
                return new Doing(acting, name, hit, deed, party, after.get(), clock.instant());
            }
        }
        throw notNow("the hit is " + hit.state() + ": this cannot be done now");
    }

    /// A deed that leads to another state, with a reason in words.
    HitView decide(JdbcClient sql, Doing deed, String code, String words) {
        advance(sql, deed, code);
        add(sql, deed, StepKind.of(deed.deed()), audience(deed), code, words);
        return told(sql, deed);
    }

    /// A step that leaves the hit where it is.
    ///
    /// @param notice null: nobody has to be told
    HitView note(
            JdbcClient sql,
            Doing deed,
            StepKind kind,
            Audience audience,
            String code,
            String words,
            @Nullable NoticeKind notice) {
        rows.move(sql, deed.hit(), HitRows.Progress.none(deed.hit()), deed.now());
        add(sql, deed, kind, audience, code, words);
        rows.tell(sql, deed.hit().id(), notice, deed.now());
        return again(sql, deed);
    }

    void advance(JdbcClient sql, Doing deed, String code) {
        Hit hit = deed.hit();
        HitState after = deed.after();
        boolean answers = deed.deed() == Deed.CONFIRM || deed.deed() == Deed.REFUTE;
        rows.move(
                sql,
                hit,
                new HitRows.Progress(
                        after,
                        hit.personWaits(),
                        hit.askedAt(),
                        answers ? deed.deed() : hit.answer(),
                        deed.deed() == Deed.CLOSE ? HitOutcome.valueOf(code) : hit.outcome(),
                        deed.deed() == Deed.SEE ? deed.now() : null,
                        after.hasClock() ? clocks.due(after, hit.personWaits(), deed.now()) : null),
                deed.now());
    }

    HitView told(JdbcClient sql, Doing deed) {
        NoticeKind kind =
                switch (deed.deed()) {
                    case CONFIRM, REFUTE -> NoticeKind.ANSWERED;
                    case CLOSE -> deed.hit().hidden() ? null : NoticeKind.OUTCOME;
                    case ASK, SET_ASIDE, EXPIRE, ACT, SEE, HAND_OVER, MESSAGE -> null;
                };
        rows.tell(sql, deed.hit().id(), kind, deed.now());
        return again(sql, deed);
    }

    void add(
            JdbcClient sql,
            Doing deed,
            StepKind kind,
            Audience audience,
            String code,
            String words) {
        rows.add(
                sql,
                deed.hit().id(),
                new HitStep(
                        deed.now(),
                        kind,
                        deed.by(),
                        audience,
                        deed.acting().id(),
                        deed.name(),
                        code,
                        words));
    }

    HitView again(JdbcClient sql, Doing deed) {
        return reading.view(sql, deed.acting(), rows.find(sql, deed.hit().id()).orElseThrow());
    }

    /// What was set aside without asking, and what is hidden, is of one side alone.
    private static Audience audience(Doing deed) {
        return deed.hit().hidden() || deed.deed() == Deed.SET_ASIDE ? ownSide(deed) : Audience.BOTH;
    }

    static Audience ownSide(Doing deed) {
        return deed.by() == Party.ASKER ? Audience.ASKER : Audience.OWNER;
    }

    static void tellAct(Hit hit) {
        ActUnderWay.tell(act -> act.about("hit", hit.id(), hit.owner()));
    }

    static ProblemException notNow(String detail) {
        return new ProblemException(ProblemException.Code.NOT_NOW, detail);
    }
}
