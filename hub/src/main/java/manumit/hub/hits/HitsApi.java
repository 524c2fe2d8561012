package manumit.hub.hits;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import manumit.hub.access.Journaled;
import manumit.hub.access.Needs;
import manumit.hub.access.NotJournaled;
import manumit.hub.access.Purpose;
import manumit.hub.access.Right;
import manumit.hub.database.ActingTransaction;
import manumit.hub.hits.HitReading.Wanted;
import manumit.hub.web.Page;
import manumit.hub.web.ProblemException;
import manumit.hub.web.Versions;
import manumit.journal.ActKind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Hits: a candidate that the owner is asked about, its answer, what was done and how it ended.
/// What may follow what is one table of states; a deed that it does not allow is answered with
/// `NOT_NOW` (409). `If-Match` is optional here: given, it must name the version there is.
@RestController
@RequestMapping(HitsApi.PATH)
class HitsApi {

    static final String PATH = "/api/v1/hits";
    private static final int WORDS = 2_000;
    private static final String IF_MATCH = "If-Match";

    private final Hits hits;
    private final OwnerAnswers answers;
    private final HitReading reading;
    private final HitStatistics statistics;
    private final HitStreams streams;

    HitsApi(
            Hits hits,
            OwnerAnswers answers,
            HitReading reading,
            HitStatistics statistics,
            HitStreams streams) {
        this.hits = hits;
        this.answers = answers;
        this.reading = reading;
        this.statistics = statistics;
        this.streams = streams;
    }

    /// @param personWaits the person is kept waiting: one hour instead of twelve
    /// @param note for the owner; may be empty
    record HitQuestion(
            @NotNull UUID check,
            @NotNull UUID alert,
            @Nullable Boolean personWaits,
            @Nullable @Size(max = WORDS) String note) {
        @Override
        public String toString() {
            return "HitQuestion[" + check + ", " + alert + "]";
        }
    }

    /// About a candidate found afterwards.
    record LaterQuestion(@Nullable Boolean personWaits, @Nullable @Size(max = WORDS) String note) {
        @Override
        public String toString() {
            return "LaterQuestion";
        }
    }

    record Words(@NotBlank @Size(max = WORDS) String words) {
        @Override
        public String toString() {
            return "Words";
        }
    }

    /// What an owner can say.
    enum Decision {
        CONFIRM,
        REFUTE
    }

    record AnswerGiven(@NotNull Decision decision, @NotBlank @Size(max = WORDS) String words) {
        @Override
        public String toString() {
            return "AnswerGiven[" + decision + "]";
        }
    }

    /// @param words may be empty if agreed
    record SecondOpinion(@NotNull Boolean agree, @Nullable @Size(max = WORDS) String words) {
        @Override
        public String toString() {
            return "SecondOpinion[" + agree + "]";
        }
    }

    record ActionTaken(@NotNull HitAction action, @NotBlank @Size(max = WORDS) String words) {
        @Override
        public String toString() {
            return "ActionTaken[" + action + "]";
        }
    }

    record OutcomeReached(@NotNull HitOutcome outcome, @NotBlank @Size(max = WORDS) String words) {
        @Override
        public String toString() {
            return "OutcomeReached[" + outcome + "]";
        }
    }

    /// @param to user of the own member; null: whoever is on duty
    record HandOver(@Nullable UUID to, @NotBlank @Size(max = WORDS) String note) {
        @Override
        public String toString() {
            return "HandOver";
        }
    }

    /// The queue, least time left first.
    ///
    /// @param turn `mine`, `others` or `late`; `over` for what is closed or set aside; without it,
    ///   all that is open
    /// @param after identifier of the last hit of the page before
    @GetMapping
    @Needs(Right.READ_HITS)
    @Journaled(kind = ActKind.SEARCH, action = "hits.list", purpose = Purpose.INVESTIGATION)
    Page<HitSummary> list(
            @RequestParam(required = false) @Nullable String turn,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return reading.list(wanted(turn), after, Page.limit(limit));
    }

    @GetMapping("/{id}")
    @Needs(Right.READ_HITS)
    @Journaled(kind = ActKind.READ, action = "hits.get", purpose = Purpose.INVESTIGATION)
    ResponseEntity<HitView> get(@PathVariable UUID id) {
        return answer(reading.get(id));
    }

    /// Asks the owner about a candidate of a check. Asked about already, it answers with that hit
    /// and 200.
    @PostMapping
    @Needs(Right.WORK_HITS)
    @Journaled(kind = ActKind.CHANGE, action = "hits.ask", purpose = Purpose.INVESTIGATION)
    ResponseEntity<HitView> ask(@Valid @RequestBody HitQuestion body) {
        Hits.Asked asked =
                hits.ask(body.check(), body.alert(), isTrue(body.personWaits()), text(body.note()));
        HitView hit = asked.hit();
        return asked.made()
                ? ResponseEntity.created(URI.create(PATH + "/" + hit.id()))
                        .eTag("\"" + hit.version() + "\"")
                        .body(hit)
                : answer(hit);
    }

    @PostMapping("/{id}/questions")
    @Needs(Right.WORK_HITS)
    @Journaled(kind = ActKind.CHANGE, action = "hits.ask-later", purpose = Purpose.INVESTIGATION)
    ResponseEntity<HitView> askLater(
            @PathVariable UUID id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody LaterQuestion body) {
        return answer(
                hits.ask(id, version(ifMatch), isTrue(body.personWaits()), text(body.note())));
    }

    /// By the asking member; of a hidden hit, by its owner.
    @PostMapping("/{id}/set-asides")
    @Needs(Right.READ_HITS)
    @Journaled(kind = ActKind.CHANGE, action = "hits.set-aside", purpose = Purpose.INVESTIGATION)
    ResponseEntity<HitView> setAside(
            @PathVariable UUID id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Words body) {
        return answer(hits.setAside(id, version(ifMatch), body.words()));
    }

    /// By the owner. Where it wants four eyes, this proposes an answer.
    @PostMapping("/{id}/answers")
    @Needs(Right.ANSWER_HITS)
    @Journaled(kind = ActKind.CHANGE, action = "hits.answer", purpose = Purpose.INVESTIGATION)
    ResponseEntity<HitView> answer(
            @PathVariable UUID id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody AnswerGiven body) {
        return answer(
                answers.answer(
                        id, version(ifMatch), Deed.valueOf(body.decision().name()), body.words()));
    }

    /// By another person of the owner than the one who proposed the answer.
    @PostMapping("/{id}/second-opinions")
    @Needs(Right.ANSWER_HITS)
    @Journaled(kind = ActKind.CHANGE, action = "hits.second", purpose = Purpose.INVESTIGATION)
    ResponseEntity<HitView> second(
            @PathVariable UUID id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody SecondOpinion body) {
        if (!body.agree() && text(body.words()).isBlank()) {
            throw new ProblemException(
                    ProblemException.Code.INVALID_FIELD, "words: say why you do not agree");
        }
        return answer(
                answers.secondOpinion(id, version(ifMatch), body.agree(), text(body.words())));
    }

    @PostMapping("/{id}/actions")
    @Needs(Right.WORK_HITS)
    @Journaled(kind = ActKind.CHANGE, action = "hits.act", purpose = Purpose.INVESTIGATION)
    ResponseEntity<HitView> act(
            @PathVariable UUID id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody ActionTaken body) {
        return answer(hits.act(id, version(ifMatch), body.action(), body.words()));
    }

    /// By the asking member; of a hidden hit, by its owner.
    @PostMapping("/{id}/outcomes")
    @Needs(Right.READ_HITS)
    @Journaled(kind = ActKind.CHANGE, action = "hits.close", purpose = Purpose.INVESTIGATION)
    ResponseEntity<HitView> close(
            @PathVariable UUID id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody OutcomeReached body) {
        return answer(hits.close(id, version(ifMatch), body.outcome(), body.words()));
    }

    /// The owner has read the outcome.
    @PostMapping("/{id}/acknowledgements")
    @Needs(Right.ANSWER_HITS)
    @Journaled(kind = ActKind.CHANGE, action = "hits.see", purpose = Purpose.INVESTIGATION)
    ResponseEntity<HitView> see(
            @PathVariable UUID id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch) {
        return answer(hits.see(id, version(ifMatch)));
    }

    /// The note is for the own side alone.
    @PostMapping("/{id}/handovers")
    @Needs(Right.READ_HITS)
    @Journaled(kind = ActKind.CHANGE, action = "hits.hand-over", purpose = Purpose.INVESTIGATION)
    ResponseEntity<HitView> handOver(
            @PathVariable UUID id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody HandOver body) {
        return answer(hits.handOver(id, version(ifMatch), body.to(), body.note()));
    }

    /// To the other side.
    @PostMapping("/{id}/messages")
    @Needs(Right.READ_HITS)
    @Journaled(kind = ActKind.CHANGE, action = "hits.say", purpose = Purpose.INVESTIGATION)
    ResponseEntity<HitView> say(
            @PathVariable UUID id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Words body) {
        return answer(hits.say(id, version(ifMatch), body.words()));
    }

    /// How often candidates were not the person, by owner and band, of what the own member sees.
    @GetMapping("/statistics")
    @Needs(Right.READ_HITS)
    @Journaled(kind = ActKind.SEARCH, action = "hits.statistics", purpose = Purpose.INVESTIGATION)
    List<HitStatistics.Line> statistics() {
        return statistics.lines();
    }

    /// Server-sent events: `changed`, without data, whenever something about the own member's hits
    /// has; `over` when the session is. Asked for anything but `text/event-stream`, it answers one
    /// event.
    @GetMapping("/events")
    @Needs(Right.READ_HITS)
    @NotJournaled("says that something changed, never what")
    void events(HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        streams.stream(ActingTransaction.signedIn(), request, response);
    }

    private static Wanted wanted(@Nullable String turn) {
        return switch (turn == null ? "" : turn.toLowerCase(Locale.ROOT)) {
            case "" -> Wanted.OPEN;
            case "mine" -> Wanted.MINE;
            case "others" -> Wanted.OTHERS;
            case "late" -> Wanted.LATE;
            case "over" -> Wanted.OVER;
            default ->
                    throw new ProblemException(
                            ProblemException.Code.INVALID_FIELD,
                            "turn: one of mine, others, late, over");
        };
    }

    private static ResponseEntity<HitView> answer(HitView hit) {
        return Versions.answer(hit, hit.version());
    }

    private static @Nullable Long version(@Nullable String ifMatch) {
        return ifMatch == null ? null : Versions.expected(ifMatch);
    }

    private static boolean isTrue(@Nullable Boolean given) {
        return given != null && given;
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }
}
