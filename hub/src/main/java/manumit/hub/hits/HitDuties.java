package manumit.hub.hits;

import java.util.ArrayList;
import java.util.List;
import manumit.hub.access.Acting;
import manumit.hub.access.Right;
import manumit.hub.web.Duty;
import manumit.hub.web.State;
import org.springframework.stereotype.Component;

/// What hits ask of somebody now: on the home page.
@Component
class HitDuties implements Duty.Source {

    private final HitCounts counts;
    private final LateElsewhere elsewhere;

    HitDuties(HitCounts counts, LateElsewhere elsewhere) {
        this.counts = counts;
        this.elsewhere = elsewhere;
    }

    @Override
    public List<Duty> duties(Acting acting) {
        List<Duty> duties = new ArrayList<>();
        boolean works = HitCounts.worksOnHits(acting);
        boolean administers = acting.may(Right.ADMINISTER_NOTICES);
        if (works || administers) {
            HitCounts.Counts now = counts.of(acting);
            if (now.late() > 0) {
                duties.add(
                        works
                                ? new Duty(
                                        State.LATE, "duty.hits-late", List.of(now.late()), "/hits")
                                : new Duty(
                                        State.LATE,
                                        "duty.hits-unanswered",
                                        List.of(now.late()),
                                        "/users"));
            }
            if (works && now.mine() > 0) {
                duties.add(new Duty(State.SOON, "duty.hits-mine", List.of(now.mine()), "/hits"));
            }
        }
        if (acting.may(Right.READ_HITS)) {
            int late = elsewhere.lines().size();
            if (late > 0) {
                duties.add(
                        new Duty(State.LATE, "duty.hits-late-elsewhere", List.of(late), "/hits"));
            }
        }
        return duties;
    }
}
