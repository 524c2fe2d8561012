package manumit.hub.checks;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import manumit.hub.access.Acting;
import manumit.hub.access.Right;
import manumit.hub.checks.BulkLine.Outcome;
import manumit.hub.checks.BulkLine.Question;
import manumit.hub.web.ProblemException;
import manumit.hub.web.ProblemException.Code;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Checks without end, line by line: read while there is room, searched on all cores, recorded in
/// groups, answered in the order of the questions.
///
/// The request's thread reads, another answers. It reads only while few are under way, so a
/// receiver that is slow makes the sender wait, and memory does not grow.
@Service
class BulkChecks implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BulkChecks.class);

    private static final int LINES_OF_A_PART = 32;

    /// At most 2,048 checks of a stream are under way.
    private static final int MOST_PARTS = 64;

    private static final int MOST_STREAMS = 8;
    private static final long STANDING_NANOS = 1_000_000_000;

    private final Checks checks;
    private final Validator validator;
    private final JsonMapper json;
    private final long patienceNanos;
    private final Semaphore streams = new Semaphore(MOST_STREAMS);
    private final ExecutorService workers =
            Executors.newFixedThreadPool(
                    Runtime.getRuntime().availableProcessors(),
                    Thread.ofPlatform().name("bulk-check-", 0).daemon().factory());

    /// @param patienceMillis how long answers may wait to be taken out; then no more is asked. Less
    ///   than the server waits for a receiver, so that the reason still arrives
    BulkChecks(
            Checks checks,
            Validator validator,
            JsonMapper json,
            @Value("${manumit.checks.stream-patience-millis:15000}") long patienceMillis) {
        this.checks = checks;
        this.validator = validator;
        this.json = json;
        this.patienceNanos = TimeUnit.MILLISECONDS.toNanos(patienceMillis);
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }

    /// A line under way.
    private record Asked(long line, @Nullable String key, CompletableFuture<CheckAnswer> answer) {}

    /// Ends at the end of the questions. Earlier when the hub cannot record, the asker may no
    /// longer ask, or does not take answers out: then the last line says why, nothing more is
    /// asked, and what the sender still sends is read past, so that the last line reaches it. What
    /// was not answered can be asked again by its keys.
    ///
    /// @param standing who the asker is now; see {@link manumit.hub.signin.StandingNow}
    /// @throws ProblemException `UNAVAILABLE` if too many streams are open; nothing was read
    /// @throws IOException if the other end goes away
    void run(Asker asker, Supplier<Optional<Acting>> standing, InputStream in, OutputStream out)
            throws IOException {
        if (!streams.tryAcquire()) {
            throw new ProblemException(
                    Code.UNAVAILABLE, "too many streams of checks are open; try again later");
        }
        try {
            new Stream(asker, standing, new BulkLines(in), out).run();
        } finally {
            streams.release();
        }
    }

    /// One stream. Its monitor guards what both threads see.
    private final class Stream {

        private final Asker asker;
        private final Supplier<Optional<Acting>> standing;
        private final BulkLines lines;
        private final OutputStream out;
        private final Deque<CompletableFuture<List<Asked>>> underWay = new ArrayDeque<>();
        private long lookedNanos = System.nanoTime();
        private boolean ended;
        private @Nullable ProblemException last;

        /// Since when an answer waits to be taken out; 0: none does.
        private volatile long writingSinceNanos;

        private volatile @Nullable IOException broken;

        Stream(
                Asker asker,
                Supplier<Optional<Acting>> standing,
                BulkLines lines,
                OutputStream out) {
            this.asker = asker;
            this.standing = standing;
            this.lines = lines;
            this.out = out;
        }

        void run() throws IOException {
            Thread answering = Thread.ofVirtual().name("bulk-answers").start(this::answerAll);
            try {
                askAll();
                lines.skipRest(patienceNanos);
            } finally {
                end(null);
                join(answering);
            }
            IOException gone = broken;
            if (gone != null) {
                throw gone;
            }
        }

        private static void join(Thread answering) {
            try {
                answering.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /// @param why told on the last line; null: nothing more needs to be told
        private synchronized void end(@Nullable ProblemException why) {
            if (!ended) {
                ended = true;
                last = why;
            }
            notifyAll();
        }

        private void askAll() throws IOException {
            List<BulkLines.Line> part = lines.next(LINES_OF_A_PART);
            while (!part.isEmpty() && isStillAllowed() && ask(part)) {
                part = lines.next(LINES_OF_A_PART);
            }
            end(null);
        }

        /// Waits for room.
        ///
        /// @return false if the stream ended meanwhile
        private synchronized boolean ask(List<BulkLines.Line> part) {
            while (!ended && underWay.size() >= MOST_PARTS) {
                long since = writingSinceNanos;
                if (since != 0 && System.nanoTime() - since > patienceNanos) {
                    LOG.warn("a stream of checks ends early: its answers are not taken out");
                    end(
                            new ProblemException(
                                    Code.UNAVAILABLE,
                                    "answers were not taken out for too long; read while you send,"
                                            + " and send again what was not answered, with its keys"));
                }
                pauseWhile(() -> !ended && underWay.size() >= MOST_PARTS);
            }
            if (!ended) {
                underWay.add(
                        CompletableFuture.supplyAsync(
                                () -> part.stream().map(this::ask).toList(), workers));
                notifyAll();
            }
            return !ended;
        }

        /// For a second at most.
        private synchronized void pauseWhile(BooleanSupplier nothing) {
            long begun = System.nanoTime();
            try {
                while (nothing.getAsBoolean() && System.nanoTime() - begun < STANDING_NANOS) {
                    wait(TimeUnit.NANOSECONDS.toMillis(STANDING_NANOS));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                end(new ProblemException(Code.UNAVAILABLE, "the hub stops"));
            }
        }

        /// A suspension ends what was begun before it, too (R14). Looked at each second.
        private boolean isStillAllowed() {
            synchronized (this) {
                long now = System.nanoTime();
                if (ended || now - lookedNanos < STANDING_NANOS) {
                    return !ended;
                }
                lookedNanos = now;
            }
            boolean mayStill =
                    standing.get()
                            .filter(acting ->
                                    acting.may(Right.CHECK)
                                            && acting.suspendedTypes()
                                                    .equals(asker.acting().suspendedTypes()))
                            .isPresent();
            if (!mayStill) {
                end(
                        new ProblemException(
                                Code.NOT_ALLOWED, "the right to check was taken away meanwhile"));
            }
            return mayStill;
        }

        private Asked ask(BulkLines.Line line) {
            String key = null;
            try {
                Question question = read(line);
                key = question.key();
                return new Asked(line.number(), key, checks.begin(asker, question.asked(), key));
            } catch (RuntimeException e) {
                return new Asked(line.number(), key, CompletableFuture.failedFuture(e));
            }
        }

        private Question read(BulkLines.Line line) {
            byte[] text = line.text();
            if (text == null) {
                throw invalid("line: at most " + BulkLines.MOST_BYTES + " bytes");
            }
            Question question;
            try {
                question = json.readValue(text, Question.class);
            } catch (JacksonException e) {
                throw invalid("line: a JSON object with key, post, mrz, traveller");
            }
            if (question == null) {
                throw invalid("line: a JSON object with key, post, mrz, traveller");
            }
            Set<ConstraintViolation<Question>> wrong = validator.validate(question);
            if (!wrong.isEmpty()) {
                ConstraintViolation<Question> first = wrong.iterator().next();
                throw invalid(first.getPropertyPath() + ": " + first.getMessage());
            }
            return question;
        }

        /// The border of the answering thread.
        private void answerAll() {
            try {
                CompletableFuture<List<Asked>> part = nextPart();
                while (part != null) {
                    for (Asked one : await(part)) {
                        flushUnless(one.answer().isDone());
                        write(outcome(one));
                    }
                    part = nextPart();
                }
                ProblemException why = last;
                if (why != null) {
                    write(Outcome.refused(0, null, why));
                }
                out.flush();
            } catch (IOException e) {
                broken = e;
            } catch (RuntimeException e) {
                LOG.error("a stream of checks broke off: {}", e.getClass().getName());
                broken = new IOException("a fault of the hub's own", e);
            } finally {
                end(null);
            }
        }

        private List<Asked> await(CompletableFuture<List<Asked>> part) throws IOException {
            flushUnless(part.isDone());
            return part.join();
        }

        /// Null at the end.
        private @Nullable CompletableFuture<List<Asked>> nextPart() throws IOException {
            while (true) {
                synchronized (this) {
                    if (!underWay.isEmpty()) {
                        CompletableFuture<List<Asked>> next = underWay.remove();
                        notifyAll();
                        return next;
                    }
                    if (ended) {
                        return null;
                    }
                }
                flushUnless(false);
                boolean _ = isStillAllowed();
                pauseWhile(() -> !ended && underWay.isEmpty());
            }
        }

        private Outcome outcome(Asked one) {
            try {
                return new Outcome(one.line(), one.key(), one.answer().get(), null);
            } catch (ExecutionException e) {
                ProblemException problem =
                        e.getCause() instanceof ProblemException known
                                ? known
                                : new ProblemException(Code.INTERNAL, "a fault of the hub's own");
                if (problem.code() == Code.UNAVAILABLE) {
                    end(null);
                }
                return Outcome.refused(one.line(), one.key(), problem);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                ProblemException stops = new ProblemException(Code.UNAVAILABLE, "the hub stops");
                end(stops);
                return Outcome.refused(one.line(), one.key(), stops);
            }
        }

        private void write(Outcome outcome) throws IOException {
            byte[] line = json.writeValueAsBytes(outcome);
            writingSinceNanos = System.nanoTime();
            out.write(line);
            out.write('\n');
            writingSinceNanos = 0;
        }

        /// Nobody waits for an answer that is there because of one that is not.
        private void flushUnless(boolean goesOn) throws IOException {
            if (!goesOn) {
                writingSinceNanos = System.nanoTime();
                out.flush();
                writingSinceNanos = 0;
            }
        }

        private static ProblemException invalid(String detail) {
            return new ProblemException(Code.INVALID_FIELD, detail);
        }
    }
}
