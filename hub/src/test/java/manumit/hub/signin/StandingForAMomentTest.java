package manumit.hub.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import manumit.hub.access.Acting;
import manumit.hub.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Standings kept for a moment, and asked for by many at once.
@Timeout(60)
class StandingForAMomentTest {

    private static final SignedIn BEFORE = somebody();
    private static final SignedIn AFTER = somebody();

    private final StandingForAMoment moment = new StandingForAMoment();
    private final AtomicInteger lookUps = new AtomicInteger();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CompletableFuture<SignedIn> database = new CompletableFuture<>();

    /// A defect: of sixty-four connections of a border system that began at once, each looked its
    /// standing up for itself, and some were answered that the database is away.
    @Test
    void ofManyWhoAskAtOnceOneAsksTheDatabase() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Optional<SignedIn>>> asking = new ArrayList<>();
            CountDownLatch all = new CountDownLatch(64);
            for (int i = 0; i < 64; i++) {
                asking.add(
                        threads.submit(() -> {
                            all.countDown();
                            return moment.find("machine", this::slow);
                        }));
            }
            all.await();
            begun.await();
            database.completeOnTimeout(BEFORE, 500, TimeUnit.MILLISECONDS);
            for (Future<Optional<SignedIn>> one : asking) {
                assertThat(one.get()).containsSame(BEFORE);
            }
        }
        assertThat(lookUps).hasValue(1);
    }

    /// Otherwise a suspension would act later than it is promised to.
    @Test
    void whoAsksAfterAChangeDoesNotWaitForWhatWasReadBefore() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Optional<SignedIn>> early =
                    threads.submit(() -> moment.find("machine", this::slow));
            begun.await();
            moment.forget();
            assertThat(moment.find("machine", () -> Optional.of(AFTER))).containsSame(AFTER);
            database.complete(BEFORE);
            assertThat(early.get(10, TimeUnit.SECONDS)).containsSame(BEFORE);
        }
        assertThat(moment.find("machine", Optional::empty)).isNotEqualTo(Optional.of(BEFORE));
    }

    @Test
    void whatFailedIsAskedAgain() {
        Supplier<Optional<SignedIn>> away =
                () -> {
                    throw new IllegalStateException("away");
                };
        assertThatThrownBy(() -> moment.find("machine", away)).hasMessage("away");
        assertThat(moment.find("machine", () -> Optional.of(AFTER))).containsSame(AFTER);
    }

    private Optional<SignedIn> slow() {
        lookUps.incrementAndGet();
        begun.countDown();
        return Optional.of(database.join());
    }

    private static SignedIn somebody() {
        return new SignedIn(
                new Acting(
                        Acting.Kind.MACHINE,
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        Set.of(Role.BORDER_OFFICER),
                        Set.of()),
                0);
    }
}
