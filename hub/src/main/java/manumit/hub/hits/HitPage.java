package manumit.hub.hits;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import manumit.hub.web.Option;
import org.jspecify.annotations.Nullable;

/// One hit as its page shows it.
///
/// @param clock null: none runs
/// @param progress the way of a hit, and where this one is
/// @param steps newest first
/// @param colleagues who can take it over
public record HitPage(
        HitView hit,
        @Nullable ClockView clock,
        List<Stage> progress,
        List<StepLine> steps,
        List<Option> colleagues) {

    /// @param look `done`, `now` or `ahead`
    /// @param at when; null if it has not been
    public record Stage(String key, String look, @Nullable OffsetDateTime at) {}

    /// @param key of the message that says what was done
    /// @param side name of the side that did it, or was reminded
    /// @param detail key of the message that names an answer, action or outcome; null: none
    /// @param to name of who took over; empty: nobody named
    public record StepLine(
            OffsetDateTime at,
            String icon,
            String key,
            String side,
            @Nullable String detail,
            String to,
            String by,
            String words) {
        @Override
        public String toString() {
            return "StepLine[" + key + "]";
        }
    }

    static HitPage of(HitView hit, List<Option> colleagues, Instant now) {
        return new HitPage(
                hit,
                ClockView.of(hit.clockFrom(), hit.dueAt(), now),
                stages(hit),
                hit.steps().reversed().stream().map(step -> line(hit, step)).toList(),
                colleagues);
    }

    public boolean may(String deed) {
        return hit.open().contains(Deed.valueOf(deed));
    }

    public String titleKey() {
        return "hits.title." + (hit.hidden() ? "HIDDEN." : "") + hit.state();
    }

    /// Names the hit in speech and on paper.
    public String number() {
        return number(hit.id());
    }

    /// What people call a hit: the beginning of its identifier.
    static String number(UUID hit) {
        return hit.toString().substring(0, 8);
    }

    public String other() {
        return hit.side() == Party.ASKER ? hit.ownerName() : hit.memberName();
    }

    public OffsetDateTime checkedAt() {
        return hit.checkedAt().atOffset(ZoneOffset.UTC);
    }

    public @Nullable OffsetDateTime answeredAt() {
        return hit.answer() == null ? null : hit.answer().at().atOffset(ZoneOffset.UTC);
    }

    public boolean confirmed() {
        return hit.answer() != null && hit.answer().decision() == Deed.CONFIRM;
    }

    /// What a second person can say.
    public List<Option> seconds() {
        return List.of(
                Option.keyed("AGREE", "hits.second.AGREE"),
                Option.keyed("DISAGREE", "hits.second.DISAGREE"));
    }

    public List<Option> actions() {
        return Arrays.stream(HitAction.values())
                .filter(one -> one.fits(hit.comparison().sheltered()))
                .map(one -> Option.keyed(one.name(), "hits.action." + one))
                .toList();
    }

    public List<Option> outcomes() {
        return Arrays.stream(HitOutcome.values())
                .filter(one -> one.fits(confirmed(), hit.comparison().sheltered()))
                .map(one -> Option.keyed(one.name(), "hits.outcome." + one))
                .toList();
    }

    /// Key of the next step of whoever reads this.
    public String nextKey() {
        if (hit.maySecond()) {
            return "hits.next.second";
        }
        if (hit.proposal() != null) {
            return "hits.next.proposed";
        }
        for (Deed deed : List.of(Deed.SEE, Deed.CLOSE, Deed.ACT, Deed.ASK)) {
            if (hit.open().contains(deed)
                    && hit.mine()
                    && !(deed == Deed.ACT && hit.state() == HitState.ACTION)) {
                return "hits.next." + (hit.hidden() ? "hidden" : deed.name());
            }
        }
        if (hit.mine() && hit.state() == HitState.ASKED) {
            return may("CONFIRM") ? "hits.next.answer" : "hits.next.none";
        }
        return hit.turn() == HitState.Turn.NONE
                ? "hits.next.over"
                : hit.mine() ? "hits.next.none" : "hits.next.wait";
    }

    private static List<Stage> stages(HitView hit) {
        List<Stage> stages = new ArrayList<>();
        HitView.Answer given = hit.answer();
        String answer =
                hit.state() == HitState.EXPIRED
                        ? "EXPIRED"
                        : given == null ? "ANSWER" : given.decision().name();
        stages.add(stage("CANDIDATE", hit.state() == HitState.CANDIDATE, hit.checkedAt()));
        if (!hit.hidden() && hit.state() != HitState.SET_ASIDE) {
            stages.add(stage("ASKED", false, hit.askedAt()));
            stages.add(
                    stage(
                            answer,
                            hit.state() == HitState.ASKED,
                            at(hit, StepKind.CONFIRMED, StepKind.REFUTED, StepKind.EXPIRED)));
            if (given == null || given.decision() == Deed.CONFIRM) {
                stages.add(
                        stage(
                                "ACTION",
                                hit.state() == HitState.CONFIRMED,
                                at(hit, StepKind.ACTION)));
            }
        }
        if (hit.state() == HitState.SET_ASIDE) {
            stages.add(stage("SET_ASIDE", false, at(hit, StepKind.SET_ASIDE)));
        } else {
            boolean now =
                    hit.state() == HitState.ACTION
                            || hit.state() == HitState.REFUTED
                            || hit.state() == HitState.EXPIRED;
            stages.add(stage("OUTCOME", now, at(hit, StepKind.OUTCOME)));
        }
        return stages;
    }

    private static Stage stage(String key, boolean now, @Nullable Instant at) {
        return new Stage(
                "hits.stage." + key,
                now ? "now" : at == null ? "ahead" : "done",
                at == null ? null : at.atOffset(ZoneOffset.UTC));
    }

    private static @Nullable Instant at(HitView hit, StepKind... kinds) {
        return hit.steps().reversed().stream()
                .filter(step -> List.of(kinds).contains(step.kind()))
                .map(HitView.Step::at)
                .findFirst()
                .orElse(null);
    }

    private static StepLine line(HitView hit, HitView.Step step) {
        boolean asker =
                step.party() == Party.HUB
                        ? step.code().equals(Party.ASKER.name())
                        : step.party() == Party.ASKER;
        if (step.kind() == StepKind.ASKED) {
            asker = false;
        }
        String detail =
                switch (step.kind()) {
                    case ACTION -> "hits.action." + step.code();
                    case OUTCOME -> "hits.outcome." + step.code();
                    case ANSWER_PROPOSED, SECOND_DISAGREED -> "hits.decision." + step.code();
                    case ASKED -> step.code().isEmpty() ? null : "hits.person-waits";
                    case FOUND,
                            FOUND_LATER,
                            SET_ASIDE,
                            SECOND_AGREED,
                            CONFIRMED,
                            REFUTED,
                            EXPIRED,
                            OUTCOME_SEEN,
                            HANDED_OVER,
                            MESSAGE,
                            REMINDED,
                            ESCALATED,
                            SECRETARIAT_TOLD ->
                            null;
                };
        return new StepLine(
                step.at().atOffset(ZoneOffset.UTC),
                step.kind().icon(),
                "hits.step." + step.kind(),
                asker ? hit.memberName() : hit.ownerName(),
                detail,
                step.kind() == StepKind.HANDED_OVER ? step.code() : "",
                step.by(),
                step.words());
    }

    @Override
    public String toString() {
        return "HitPage[" + hit.id() + "]";
    }
}
