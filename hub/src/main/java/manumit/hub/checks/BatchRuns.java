package manumit.hub.checks;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import manumit.hub.identity.Description;
import manumit.hub.web.ProblemException;
import manumit.lists.Reject;
import manumit.lists.Traveller;
import manumit.lists.TravellerReader;
import manumit.matching.Particulars;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Files of travellers, checked in the background; what was found is kept in memory for an hour,
/// for whoever sent the file. Sent again, a file is answered from what is stored as far as it came.
@Service
class BatchRuns implements AutoCloseable {

    private static final Duration KEPT = Duration.ofHours(1);
    private static final int MOST_KEPT = 200;
    private static final int UNDER_WAY = 500;
    private static final int AT_ONCE = 2;

    private final Checks checks;
    private final Clock clock;
    private final Cache<UUID, Run> runs =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterWrite(KEPT).build();
    private final ExecutorService workers =
            Executors.newFixedThreadPool(
                    AT_ONCE, Thread.ofPlatform().name("batch-", 0).daemon().factory());

    BatchRuns(Checks checks, Clock clock) {
        this.checks = checks;
        this.clock = clock;
    }

    /// How far a run is.
    public enum State {
        RUNNING,
        FINISHED,
        /// Database or journal were away.
        STOPPED,
        /// The first line names no column that is known.
        UNREADABLE
    }

    /// One file.
    public static final class Run {

        private final UUID id = UUID.randomUUID();
        private final UUID actor;
        private final OffsetDateTime begunAt;
        private final List<String> lines = new ArrayList<>();
        private int checked;
        private int found;
        private int rejected;
        private State state = State.RUNNING;

        private Run(UUID actor, OffsetDateTime begunAt) {
            this.actor = actor;
            this.begunAt = begunAt;
        }

        public UUID id() {
            return id;
        }

        public OffsetDateTime begunAt() {
            return begunAt;
        }

        public synchronized int checked() {
            return checked;
        }

        public synchronized int found() {
            return found;
        }

        public synchronized int rejected() {
            return rejected;
        }

        public synchronized State state() {
            return state;
        }

        public boolean isRunning() {
            return state() == State.RUNNING;
        }

        private synchronized void answered(String traveller, CheckAnswer answer) {
            checked++;
            found += answer.candidates().isEmpty() ? 0 : 1;
            lines.add(
                    csv(
                            traveller,
                            answer.id().toString(),
                            Integer.toString(answer.candidates().size()),
                            answer.candidates().isEmpty()
                                    ? ""
                                    : answer.candidates().getFirst().band().code(),
                            answer.candidates().stream()
                                    .map(one -> one.ownerCode() + " " + one.ownerReference())
                                    .collect(Collectors.joining("; ")),
                            ""));
        }

        private synchronized void rejected(String traveller, String why) {
            rejected++;
            lines.add(csv(traveller, "", "", "", "", why));
        }

        private synchronized void ended(State how) {
            state = how;
        }

        /// As CSV, in the order of the answers.
        synchronized String results() {
            return "traveller,check,candidates,band,owners,problem\r\n"
                    + String.join("\r\n", lines)
                    + (lines.isEmpty() ? "" : "\r\n");
        }

        /// A cell that begins like a formula is not one.
        private static String csv(String... cells) {
            return java.util.Arrays.stream(cells)
                    .map(cell -> cell.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + cell : cell)
                    .map(cell ->
                            cell.matches("(?s).*[\",\\r\\n].*")
                                    ? "\"" + cell.replace("\"", "\"\"") + "\""
                                    : cell)
                    .collect(Collectors.joining(","));
        }

        @Override
        public String toString() {
            return "Run[" + id + "]";
        }
    }

    /// Begins; returns at once.
    Run begin(Asker asker, @Nullable UUID post, byte[] file, String digest) {
        Run run = new Run(asker.acting().id(), clock.instant().atOffset(ZoneOffset.UTC));
        runs.put(run.id(), run);
        workers.execute(() -> work(run, asker, post, file, digest));
        return run;
    }

    /// Of this actor, the latest first.
    List<Run> list(UUID actor) {
        return runs.asMap().values().stream()
                .filter(run -> run.actor.equals(actor))
                .sorted(Comparator.comparing(Run::begunAt).reversed())
                .toList();
    }

    Optional<Run> find(UUID actor, UUID id) {
        return Optional.ofNullable(runs.getIfPresent(id)).filter(run -> run.actor.equals(actor));
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }

    private record UnderWay(String traveller, CompletableFuture<CheckAnswer> answer) {}

    /// What ends a run before its file does.
    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private void work(Run run, Asker asker, @Nullable UUID post, byte[] file, String digest) {
        Deque<UnderWay> underWay = new ArrayDeque<>();
        int[] number = {0};
        try {
            TravellerReader.read(
                    new ByteArrayInputStream(file),
                    "travellers",
                    clock,
                    traveller -> {
                        underWay.add(ask(asker, post, traveller, digest + "-" + number[0]++));
                        if (underWay.size() >= UNDER_WAY) {
                            answer(run, underWay.remove());
                        }
                    },
                    reject -> run.rejected(where(reject), reject.code()));
            while (!underWay.isEmpty()) {
                answer(run, underWay.remove());
            }
            run.ended(State.FINISHED);
        } catch (IOException e) {
            run.ended(State.UNREADABLE);
        } catch (Stop e) {
            run.ended(State.STOPPED);
        } catch (RuntimeException e) {
            run.ended(State.STOPPED);
            throw e;
        }
    }

    private UnderWay ask(Asker asker, @Nullable UUID post, Traveller traveller, String key) {
        Particulars known = traveller.particulars();
        try {
            return new UnderWay(
                    traveller.id(),
                    checks.begin(asker, CheckQuestion.about(post, Description.of(known)), key));
        } catch (ProblemException e) {
            return new UnderWay(traveller.id(), CompletableFuture.failedFuture(e));
        }
    }

    private static void answer(Run run, UnderWay one) {
        try {
            run.answered(one.traveller(), Checks.await(one.answer()));
        } catch (ProblemException e) {
            if (e.code() == ProblemException.Code.UNAVAILABLE) {
                throw new Stop();
            }
            run.rejected(one.traveller(), String.valueOf(e.getBody().getDetail()));
        }
    }

    private static String where(Reject reject) {
        return "line " + reject.line();
    }
}
