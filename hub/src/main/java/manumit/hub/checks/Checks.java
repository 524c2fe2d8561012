package manumit.hub.checks;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import manumit.hub.checks.CheckSearch.Found;
import manumit.hub.identity.Description;
import manumit.hub.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/// The way of one check: understood, searched, recorded, answered.
@Service
class Checks {

    private final CheckSearch search;
    private final CheckRecorder recorder;
    private final RecentlyChecked recent;
    private final StoredChecks stored;
    private final OwnPosts posts;
    private final Subjects subjects;
    private final JsonMapper json;
    private final Clock clock;
    private final CheckIds ids;

    Checks(
            CheckSearch search,
            CheckRecorder recorder,
            RecentlyChecked recent,
            StoredChecks stored,
            OwnPosts posts,
            Subjects subjects,
            JsonMapper json,
            Clock clock) {
        this.search = search;
        this.recorder = recorder;
        this.recent = recent;
        this.stored = stored;
        this.posts = posts;
        this.subjects = subjects;
        this.json = json;
        this.clock = clock;
        this.ids = new CheckIds(clock);
    }

    /// Answers when the check is stored and stands in the journal.
    ///
    /// @param key the member's own reference of this question; null: none
    /// @throws ProblemException `INVALID_FIELD`; `ALREADY_EXISTS` if the key belongs to another
    ///   question; `UNAVAILABLE`
    CheckAnswer check(Asker asker, CheckQuestion question, @Nullable String key) {
        return await(begin(asker, question, key));
    }

    /// The same without waiting for the record; the search is done when this returns.
    CompletableFuture<CheckAnswer> begin(
            Asker asker, CheckQuestion question, @Nullable String key) {
        UnderstoodTraveller traveller = UnderstoodTraveller.of(question, LocalDate.now(clock));
        UUID post = question.post();
        if (post != null) {
            posts.require(asker.acting(), post);
        }
        if (key != null) {
            requireKey(key);
        }
        ChecksUnderWay.Phase phase = recent.begin();
        try {
            Description understood = Description.of(traveller.particulars());
            NewCheck check = searched(asker, question, key, traveller, understood, phase);
            return recorder.submit(check)
                    .thenApply(recorded -> answer(check, understood, traveller.zone(), recorded));
        } catch (RuntimeException e) {
            phase.leave();
            throw e;
        }
    }

    private NewCheck searched(
            Asker asker,
            CheckQuestion question,
            @Nullable String key,
            UnderstoodTraveller traveller,
            Description understood,
            ChecksUnderWay.Phase phase) {
        Found found = search.search(asker.acting(), traveller.particulars());
        return new NewCheck(
                ids.next(),
                asker,
                question.post(),
                key,
                key == null ? null : hash(asker, question),
                traveller.particulars(),
                json.writeValueAsString(understood),
                subjects.of(traveller.particulars()),
                found.visible(),
                found.hidden(),
                phase);
    }

    private CheckAnswer answer(
            NewCheck check, Description understood, @Nullable ZoneView zone, Recorded recorded) {
        return switch (recorded) {
            case Recorded.Made(var at, long entry) ->
                    new CheckAnswer(
                            check.id(),
                            check.member(),
                            at,
                            entry,
                            check.post(),
                            understood,
                            zone,
                            check.candidates(),
                            List.of(),
                            CheckAnswer.From.CHECK);
            case Recorded.Repeated(UUID earlier) -> stored.get(check.asker().acting(), earlier);
            case Recorded.KeyReused() ->
                    throw new ProblemException(
                            ProblemException.Code.ALREADY_EXISTS,
                            "Idempotency-Key: belongs to another question; take a new key");
        };
    }

    static CheckAnswer await(CompletableFuture<CheckAnswer> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException("checks: the recorder failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(
                    ProblemException.Code.UNAVAILABLE, "the hub stops; this was not answered");
        }
    }

    private static void requireKey(String key) {
        if (key.isBlank() || key.length() > 200 || !UnderstoodTraveller.isText(key)) {
            throw new ProblemException(
                    ProblemException.Code.INVALID_FIELD,
                    "Idempotency-Key: 1 to 200 characters, without control characters");
        }
    }

    /// Of all that makes a question another one.
    private String hash(Asker asker, CheckQuestion question) {
        String asked =
                json.writeValueAsString(question)
                        + '\n'
                        + asker.reason().operation()
                        + '\n'
                        + asker.reason().purpose().code();
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(asked.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256: absent, but every Java must have it", e);
        }
    }
}
