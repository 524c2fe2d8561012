package manumit.hub.hits;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import manumit.hub.access.Acting;
import manumit.hub.access.Journaled;
import manumit.hub.access.Needs;
import manumit.hub.access.Purpose;
import manumit.hub.access.Right;
import manumit.hub.database.ActingTransaction;
import manumit.hub.hits.HitReading.Wanted;
import manumit.hub.web.Form;
import manumit.hub.web.Option;
import manumit.hub.web.Page;
import manumit.hub.web.ProblemException;
import manumit.journal.ActKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The queue of hits, one hit in its middle, and all that is done about it.
@Controller
class HitsPages {

    private static final int SHOWN = 200;
    private static final int WORDS = 2_000;

    private final Hits hits;
    private final OwnerAnswers answers;
    private final HitReading reading;
    private final HitColleagues colleagues;
    private final LateElsewhere late;
    private final Clock clock;

    HitsPages(
            Hits hits,
            OwnerAnswers answers,
            HitReading reading,
            HitColleagues colleagues,
            LateElsewhere late,
            Clock clock) {
        this.hits = hits;
        this.answers = answers;
        this.reading = reading;
        this.colleagues = colleagues;
        this.late = late;
        this.clock = clock;
    }

    /// The whole page with what needs somebody most, or, asked by htmx, the queue alone.
    @GetMapping("/hits")
    @Needs(Right.READ_HITS)
    @Journaled(kind = ActKind.SEARCH, action = "hits.queue", purpose = Purpose.INVESTIGATION)
    String queue(
            @RequestHeader(name = "HX-Request", defaultValue = "") String htmx,
            @RequestParam(required = false) @Nullable UUID shown,
            Model model) {
        QueueView queue = fill(model, clock.instant());
        model.addAttribute("shown", shown == null ? null : shown.toString());
        if (!htmx.isEmpty()) {
            return "hits/hits :: queue";
        }
        UUID first = queue.first();
        if (first != null) {
            show(model, first);
        }
        model.addAttribute("form", Form.blank("hits"));
        return "hits/hits";
    }

    @GetMapping("/hits/{id}")
    @Needs(Right.READ_HITS)
    @Journaled(kind = ActKind.READ, action = "hits.get", purpose = Purpose.INVESTIGATION)
    String one(@PathVariable UUID id, Model model) {
        show(model, id);
        fill(model, clock.instant());
        model.addAttribute("chosen", true);
        model.addAttribute("form", Form.blank("hits"));
        return "hits/hits";
    }

    /// From the check desk.
    @PostMapping("/hits")
    @Needs(Right.WORK_HITS)
    @Journaled(kind = ActKind.CHANGE, action = "hits.ask", purpose = Purpose.INVESTIGATION)
    String ask(
            @RequestParam UUID check,
            @RequestParam UUID alert,
            @RequestParam(defaultValue = "false") boolean personWaits,
            @RequestParam(defaultValue = "") String note) {
        if (note.length() > WORDS) {
            throw new ProblemException(
                    ProblemException.Code.INVALID_FIELD, "note: at most 2,000 characters");
        }
        return "redirect:/hits/" + hits.ask(check, alert, personWaits, note.strip()).hit().id();
    }

    @PostMapping("/hits/{id}/questions")
    @Needs(Right.WORK_HITS)
    @Journaled(kind = ActKind.CHANGE, action = "hits.ask-later", purpose = Purpose.INVESTIGATION)
    ModelAndView askLater(
            @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        Form form = Form.sent("hits", typed);
        String note = words(form, "askNote", false);
        return done(
                id,
                form,
                () -> hits.ask(id, form.expectedVersion(), form.has("personWaits", "true"), note));
    }

    @PostMapping("/hits/{id}/set-asides")
    @Needs(Right.READ_HITS)
    @Journaled(kind = ActKind.CHANGE, action = "hits.set-aside", purpose = Purpose.INVESTIGATION)
    ModelAndView setAside(
            @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        Form form = Form.sent("hits", typed);
        String words = words(form, "setAsideWords", true);
        return done(id, form, () -> hits.setAside(id, form.expectedVersion(), words));
    }

    @PostMapping("/hits/{id}/answers")
    @Needs(Right.ANSWER_HITS)
    @Journaled(kind = ActKind.CHANGE, action = "hits.answer", purpose = Purpose.INVESTIGATION)
    ModelAndView answer(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        Form form = Form.sent("hits", typed);
        HitsApi.Decision decision = form.mustChoose("decision", HitsApi.Decision.class);
        String words = words(form, "answerWords", true);
        return done(
                id,
                form,
                () ->
                        answers.answer(
                                id, form.expectedVersion(), Deed.valueOf(decision.name()), words));
    }

    @PostMapping("/hits/{id}/second-opinions")
    @Needs(Right.ANSWER_HITS)
    @Journaled(kind = ActKind.CHANGE, action = "hits.second", purpose = Purpose.INVESTIGATION)
    ModelAndView second(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        Form form = Form.sent("hits", typed);
        Second second = form.mustChoose("second", Second.class);
        String words = words(form, "secondWords", second == Second.DISAGREE);
        return done(
                id,
                form,
                () ->
                        answers.secondOpinion(
                                id, form.expectedVersion(), second == Second.AGREE, words));
    }

    @PostMapping("/hits/{id}/actions")
    @Needs(Right.WORK_HITS)
    @Journaled(kind = ActKind.CHANGE, action = "hits.act", purpose = Purpose.INVESTIGATION)
    ModelAndView act(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        Form form = Form.sent("hits", typed);
        HitAction action = form.mustChoose("action", HitAction.class);
        String words = words(form, "actionWords", true);
        return done(id, form, () -> hits.act(id, form.expectedVersion(), action, words));
    }

    @PostMapping("/hits/{id}/outcomes")
    @Needs(Right.READ_HITS)
    @Journaled(kind = ActKind.CHANGE, action = "hits.close", purpose = Purpose.INVESTIGATION)
    ModelAndView close(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        Form form = Form.sent("hits", typed);
        HitOutcome outcome = form.mustChoose("outcome", HitOutcome.class);
        String words = words(form, "outcomeWords", true);
        return done(id, form, () -> hits.close(id, form.expectedVersion(), outcome, words));
    }

    @PostMapping("/hits/{id}/acknowledgements")
    @Needs(Right.ANSWER_HITS)
    @Journaled(kind = ActKind.CHANGE, action = "hits.see", purpose = Purpose.INVESTIGATION)
    ModelAndView see(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        Form form = Form.sent("hits", typed);
        return done(id, form, () -> hits.see(id, form.expectedVersion()));
    }

    @PostMapping("/hits/{id}/handovers")
    @Needs(Right.READ_HITS)
    @Journaled(kind = ActKind.CHANGE, action = "hits.hand-over", purpose = Purpose.INVESTIGATION)
    ModelAndView handOver(
            @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        Form form = Form.sent("hits", typed);
        UUID to = form.id("handOverTo");
        String note = words(form, "handOverNote", true);
        return done(id, form, () -> hits.handOver(id, null, to, note));
    }

    @PostMapping("/hits/{id}/messages")
    @Needs(Right.READ_HITS)
    @Journaled(kind = ActKind.CHANGE, action = "hits.say", purpose = Purpose.INVESTIGATION)
    ModelAndView say(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        Form form = Form.sent("hits", typed);
        String words = words(form, "messageWords", true);
        return done(id, form, () -> hits.say(id, null, words));
    }

    /// What a second person says.
    private enum Second {
        AGREE,
        DISAGREE
    }

    /// Does it and shows the hit again; what was not accepted is said beside its field, and what
    /// was typed is kept.
    private ModelAndView done(UUID id, Form form, Runnable work) {
        if (form.attempt(work)) {
            return new ModelAndView("redirect:/hits/" + id);
        }
        Model model = new ExtendedModelMap();
        show(model, id);
        fill(model, clock.instant());
        ModelAndView page = new ModelAndView("hits/hits", model.asMap());
        page.addObject("chosen", true);
        page.addObject("form", form);
        page.setStatus(form.status());
        return page;
    }

    /// @param must whether something has to be said
    private static String words(Form form, String field, boolean must) {
        String words = form.text(field);
        if ((must && words.isEmpty()) || words.length() > WORDS) {
            form.wrong(field);
        }
        return words;
    }

    private QueueView fill(Model model, Instant now) {
        Page<HitSummary> open = reading.list(Wanted.OPEN, null, SHOWN);
        QueueView queue = QueueView.of(open.items(), open.next() != null, now);
        model.addAttribute("queue", queue);
        model.addAttribute("elsewhere", late.lines());
        return queue;
    }

    private void show(Model model, UUID id) {
        Acting acting = ActingTransaction.signedIn();
        HitView hit = reading.get(id);
        List<Option> others = colleagues.of(acting, hit);
        model.addAttribute("one", HitPage.of(hit, others, clock.instant()));
        model.addAttribute("shown", id.toString());
    }
}
