package manumit.hub.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import manumit.hub.access.Acting;
import manumit.hub.alerts.Alerts.Wanted;
import manumit.hub.ownership.Restriction;
import manumit.journal.Act;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// R8: a reminder, and deletion where nobody answers.
@org.jspecify.annotations.NullUnmarked
class ReviewClockTest {

    @TempDir Path folder;

    @Test
    void alertThatNobodyReviewedInTimeIsDeletedOnceByAllProcessesTogether() throws Exception {
        try (AlertWorld world = new AlertWorld(folder, 2);
                ExecutorService processes = Executors.newFixedThreadPool(2)) {
            Acting owner = world.members.get(0);
            List<UUID> overdue = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                overdue.add(
                        world.circulate(owner, "Marta Silina", "PROTECT", new Restriction.None()));
            }
            UUID later = world.circulate(owner, "Janis Ozolins", "WANTED", new Restriction.None());
            Clock inTwoYears = Clock.offset(Clock.systemUTC(), Duration.ofDays(2 * 365));
            ReviewClock one = world.reviewClock(inTwoYears);
            ReviewClock other = world.reviewClock(inTwoYears);
            Callable<Integer> first = one::deleteOverdue;
            Callable<Integer> second = other::deleteOverdue;
            int deleted = 0;
            for (Future<Integer> part : processes.invokeAll(List.of(first, second))) {
                deleted += part.get();
            }
            assertThat(deleted).isEqualTo(5);
            assertThat(world.acts).extracting(Act::action).containsOnly("alerts.overdue");
            assertThat(world.acts.stream().map(act -> act.record().id()))
                    .containsExactlyInAnyOrderElementsOf(
                            overdue.stream().map(UUID::toString).toList());
            world.process.index.catchUp();
            assertThat(world.process.index.watchlist().size()).isEqualTo(1);
            assertThat(world.as(owner, () -> world.alerts.get(later).state()))
                    .isEqualTo(AlertState.CIRCULATED);
        }
    }

    @Test
    void alertIsAmongThoseToProlongSixMonthsBeforeItsDate() {
        try (AlertWorld world = new AlertWorld(folder, 1)) {
            Acting owner = world.members.get(0);
            UUID alert = world.circulate(owner, "Janis Ozolins", "WANTED", new Restriction.None());
            Wanted soon = new Wanted(true, true, null, null, "", false, true);
            assertThat(world.as(owner, () -> world.alerts.list(soon, new UUID(0, 0), 9)).items())
                    .isEmpty();
            AlertView _ =
                    world.as(
                            owner,
                            () ->
                                    world.steps.prolong(
                                            alert,
                                            null,
                                            AlertWorld.today().plusMonths(5),
                                            "shorter"));
            assertThat(world.as(owner, () -> world.alerts.list(soon, new UUID(0, 0), 9)).items())
                    .extracting(AlertView.Line::id)
                    .containsExactly(alert);
        }
    }
}
