package manumit.hub.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ChecksUnderWayTest {

    /// A check that searched before an alert was there must be asked backwards, too.
    @Test
    void waitsForChecksThatBeganBeforeAndNotForLaterOnes() throws Exception {
        ChecksUnderWay checks = new ChecksUnderWay();
        ChecksUnderWay.Phase earlier = checks.enter();
        CompletableFuture<Boolean> waiting =
                CompletableFuture.supplyAsync(
                        checks::awaitEarlier, work -> Thread.startVirtualThread(work));
        Thread.sleep(Duration.ofMillis(100));
        ChecksUnderWay.Phase later = checks.enter();
        assertThat(waiting).isNotDone();
        earlier.leave();
        assertThat(waiting.get(5, TimeUnit.SECONDS)).isTrue();
        later.leave();
        assertThat(checks.awaitEarlier()).isTrue();
    }
}
