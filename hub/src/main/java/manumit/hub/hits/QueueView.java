package manumit.hub.hits;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The queue as its page shows it: what is late, what is the own member's turn, what waits for
/// others; each by time left.
///
/// @param more there are more than are shown
public record QueueView(List<Line> late, List<Line> mine, List<Line> others, boolean more) {

    /// @param todo key of the message that says who has to do what
    /// @param other name of the other side, for that message
    /// @param clock null: none runs
    public record Line(HitSummary hit, String todo, String other, @Nullable ClockView clock) {}

    static QueueView of(List<HitSummary> hits, boolean more, Instant now) {
        List<Line> lines = hits.stream().map(hit -> line(hit, now)).toList();
        return new QueueView(
                those(lines, line -> line.hit().late()),
                those(lines, line -> !line.hit().late() && line.hit().mine()),
                those(lines, line -> !line.hit().late() && !line.hit().mine()),
                more);
    }

    public int count() {
        return late.size() + mine.size() + others.size();
    }

    /// The one that needs somebody of the own member most; null if there is none.
    @Nullable UUID first() {
        return Stream.concat(
                        late.stream().filter(line -> line.hit().mine()),
                        Stream.of(mine, late, others).flatMap(List::stream))
                .map(line -> line.hit().id())
                .findFirst()
                .orElse(null);
    }

    private static Line line(HitSummary hit, Instant now) {
        return new Line(
                hit,
                "hits.todo."
                        + (hit.hidden() ? "HIDDEN" : hit.state())
                        + (hit.mine() ? ".mine" : ".others"),
                hit.side() == Party.ASKER ? hit.ownerName() : hit.memberName(),
                ClockView.of(hit.clockFrom(), hit.dueAt(), now));
    }

    private static List<Line> those(List<Line> lines, Predicate<Line> wanted) {
        return lines.stream().filter(wanted).toList();
    }
}
