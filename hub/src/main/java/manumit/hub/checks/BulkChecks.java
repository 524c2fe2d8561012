package manumit.hub.checks;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import manumit.hub.access.Acting;
import manumit.hub.access.Right;
import manumit.hub.checks.BulkLine.Outcome;
import manumit.hub.checks.BulkLine.Question;
import manumit.hub.web.ProblemException;
import manumit.hub.web.ProblemException.Code;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Checks without end, line by line: read while there is room, searched on all cores, recorded in
/// groups, answered in the order of the questions.
///
/// One thread reads and writes; it reads only while few are under way, so a receiver that is slow
/// makes the sender wait, and memory does not grow.
@Service
class BulkChecks implements AutoCloseable {

    private static final int LINES_OF_A_PART = 32;

    /// At most 1,024 checks of a stream are under way.
    private static final int MOST_PARTS = 32;

    private static final int MOST_STREAMS = 8;
    private static final long STANDING_NANOS = 1_000_000_000;

    private final Checks checks;
    private final Validator validator;
    private final JsonMapper json;
    private final Semaphore streams = new Semaphore(MOST_STREAMS);
    private final ExecutorService workers =
            Executors.newFixedThreadPool(
                    Runtime.getRuntime().availableProcessors(),
                    Thread.ofPlatform().name("bulk-check-", 0).daemon().factory());

    BulkChecks(Checks checks, Validator validator, JsonMapper json) {
        this.checks = checks;
        this.validator = validator;
        this.json = json;
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }

    /// A line under way.
    private record Asked(long line, @Nullable String key, CompletableFuture<CheckAnswer> answer) {}

    /// Ends at the end of the questions; earlier when the hub cannot record or the asker may no
    /// longer ask: then the last line says why, and what follows can be asked again by its keys.
    ///
    /// @param standing who the asker is now; see {@link manumit.hub.signin.StandingNow}
    /// @throws ProblemException `UNAVAILABLE` if too many streams are open; nothing was read
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

    private final class Stream {

        private final Asker asker;
        private final Supplier<Optional<Acting>> standing;
        private final BulkLines lines;
        private final OutputStream out;
        private final Deque<CompletableFuture<List<Asked>>> underWay = new ArrayDeque<>();
        private long lookedNanos = System.nanoTime();
        private boolean ended;

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
            while (!ended || !underWay.isEmpty()) {
                boolean hasRoom = underWay.size() < MOST_PARTS;
                if (!ended && hasRoom && (underWay.isEmpty() || lines.isReady())) {
                    read();
                } else {
                    answer(underWay.remove());
                }
            }
            out.flush();
        }

        /// Waits for one line, then takes as many as there are.
        private void read() throws IOException {
            if (!isStillAllowed()) {
                ended = true;
                return;
            }
            List<BulkLines.Line> part = new ArrayList<>(LINES_OF_A_PART);
            do {
                BulkLines.Line line = lines.next();
                if (line == null) {
                    ended = true;
                    break;
                }
                part.add(line);
            } while (part.size() < LINES_OF_A_PART && lines.isReady());
            if (!part.isEmpty()) {
                underWay.add(
                        CompletableFuture.supplyAsync(
                                () -> part.stream().map(this::ask).toList(), workers));
            }
        }

        /// A suspension ends what was begun before it, too (R14).
        private boolean isStillAllowed() throws IOException {
            long now = System.nanoTime();
            if (now - lookedNanos < STANDING_NANOS) {
                return true;
            }
            lookedNanos = now;
            boolean mayStill =
                    standing.get()
                            .filter(acting ->
                                    acting.may(Right.CHECK)
                                            && acting.suspendedTypes()
                                                    .equals(asker.acting().suspendedTypes()))
                            .isPresent();
            if (mayStill) {
                return true;
            }
            while (!underWay.isEmpty()) {
                answer(underWay.remove());
            }
            write(
                    Outcome.refused(
                            0,
                            null,
                            new ProblemException(
                                    Code.NOT_ALLOWED,
                                    "the right to check was taken away meanwhile")));
            return false;
        }

        private Asked ask(BulkLines.Line line) {
            String key = null;
            try {
                Question question = read(line);
                key = question.key();
                return new Asked(line.number(), key, checks.begin(asker, question.asked(), key));
            } catch (ProblemException e) {
                return new Asked(line.number(), key, CompletableFuture.failedFuture(e));
            }
        }

        private Question read(BulkLines.Line line) {
            String text = line.text();
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

        private void answer(CompletableFuture<List<Asked>> part) throws IOException {
            for (Asked one : part.join()) {
                write(outcome(one));
            }
            if (underWay.isEmpty()) {
                out.flush();
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
                    ended = true;
                }
                return Outcome.refused(one.line(), one.key(), problem);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                ended = true;
                return Outcome.refused(
                        one.line(),
                        one.key(),
                        new ProblemException(Code.UNAVAILABLE, "the hub stops"));
            }
        }

        private void write(Outcome outcome) throws IOException {
            out.write(json.writeValueAsBytes(outcome));
            out.write('\n');
        }

        private static ProblemException invalid(String detail) {
            return new ProblemException(Code.INVALID_FIELD, detail);
        }
    }
}
