package manumit.hub.checks;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import manumit.hub.access.Acting;
import manumit.hub.access.Journaled;
import manumit.hub.access.Needs;
import manumit.hub.access.Purpose;
import manumit.hub.access.Right;
import manumit.hub.checks.Verdicts.SetAside;
import manumit.hub.checks.Verdicts.VerdictDraft;
import manumit.hub.database.ActingTransaction;
import manumit.hub.journal.ActUnderWay;
import manumit.hub.journal.SessionReason;
import manumit.hub.web.Form;
import manumit.hub.web.Place;
import manumit.hub.web.ProblemException;
import manumit.journal.ActKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The check desk: a traveller typed or scanned, the answer at once, what to do next. The page is
/// the same with and without script; with it only the answer is renewed, and the input keeps the
/// focus.
@Controller
class DeskPage {

    private static final int LAST_CHECKS = 8;
    private static final String FORM = "checks";

    private final Checks checks;
    private final StoredChecks stored;
    private final Verdicts verdicts;
    private final MemberNames names;
    private final DutyPage duty;
    private final Clock clock;

    DeskPage(
            Checks checks,
            StoredChecks stored,
            Verdicts verdicts,
            MemberNames names,
            DutyPage duty,
            Clock clock) {
        this.checks = checks;
        this.stored = stored;
        this.verdicts = verdicts;
        this.names = names;
        this.duty = duty;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Where {
        @Bean
        Place checkPlace() {
            return new Place("check", "/check", "scan", Right.CHECK, 10);
        }
    }

    /// Before anything is checked it asks where and why.
    @GetMapping("/check")
    @Journaled(kind = ActKind.READ, action = "checks.desk", purpose = Purpose.BORDER_CHECK)
    @Needs(Right.CHECK)
    String desk(HttpSession session, Model model) {
        if (SessionReason.find(session).isEmpty()) {
            model.addAllAttributes(duty.attributes(duty.chosen(session)));
            model.addAttribute("first", true);
            return "checks/duty";
        }
        model.addAttribute("form", blank());
        addLast(model.asMap());
        return "checks/check";
    }

    /// Typed or scanned; the same as by the API.
    @PostMapping("/check")
    @Journaled(
            kind = ActKind.CHECK,
            action = CheckActs.CHECK,
            purpose = Purpose.BORDER_CHECK,
            statesPurpose = true)
    @Needs(Right.CHECK)
    ModelAndView check(@RequestParam MultiValueMap<String, String> typed, HttpSession session) {
        long startNanos = System.nanoTime();
        Form form = Form.sent(FORM, typed);
        try {
            CheckAnswer answer =
                    checks.check(
                            Asker.ofRequest(),
                            DeskQuestion.of(form, DutyChoice.post(session)),
                            form.text("key").isEmpty() ? null : form.text("key"));
            ActUnderWay.tell(ActUnderWay::isWrittenElsewhere);
            return answered(form, answer, seconds(System.nanoTime() - startNanos));
        } catch (ProblemException e) {
            if (e.code() != ProblemException.Code.INVALID_FIELD) {
                throw e;
            }
            form.wrong(field(e.field()), wrong(e));
            ModelAndView page = new ModelAndView("checks/check", HttpStatus.BAD_REQUEST);
            page.addObject("form", form);
            addLast(page.getModel());
            return page;
        }
    }

    /// A check made before.
    @GetMapping("/check/{id}")
    @Journaled(kind = ActKind.READ, action = "checks.get", purpose = Purpose.BORDER_CHECK)
    @Needs(Right.CHECK)
    ModelAndView one(@PathVariable UUID id) {
        return answered(blank(), stored.get(ActingTransaction.signedIn(), id), "");
    }

    /// Not this person.
    @PostMapping("/check/{id}/verdicts")
    @Journaled(kind = ActKind.CHANGE, action = "checks.judge", purpose = Purpose.BORDER_CHECK)
    @Needs(Right.CHECK)
    String judge(
            @PathVariable UUID id,
            @RequestParam UUID alert,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String words) {
        String why = (reason + (words.isBlank() ? "" : ": " + words.strip())).strip();
        if (why.isEmpty() || why.length() > 500 || !UnderstoodTraveller.isText(why)) {
            throw new ProblemException(
                    ProblemException.Code.INVALID_FIELD, "reason: 1 to 500 characters");
        }
        CheckAnswer.Verdict _ =
                verdicts.say(id, new VerdictDraft(alert, SetAside.NOT_THIS_PERSON, why));
        return "redirect:/check/" + id;
    }

    private ModelAndView answered(Form form, CheckAnswer answer, String seconds) {
        ModelAndView page = new ModelAndView("checks/check");
        page.addObject("form", form.with("key", UUID.randomUUID()));
        page.addObject(
                "answer",
                new DeskAnswer(
                        answer,
                        names.of(
                                answer.candidates().stream()
                                        .map(CandidateView::ownerCode)
                                        .toList()),
                        seconds));
        addLast(page.getModel());
        return page;
    }

    private void addLast(Map<String, Object> model) {
        Acting acting = ActingTransaction.signedIn();
        List<StoredChecks.Brief> last = stored.lastOf(acting, LAST_CHECKS);
        model.put("last", last);
        model.put("thisHour", stored.countOf(acting, clock.instant().minus(Duration.ofHours(1))));
    }

    /// With a key of its own, so that a form that is sent twice is one check.
    private static Form blank() {
        return Form.blank(FORM).with("key", UUID.randomUUID());
    }

    /// The field of the desk that a field of the question was typed in.
    private static String field(String name) {
        if (name.startsWith("birthDates")) {
            return "birthDates";
        }
        if (name.startsWith("nationalities")) {
            return "nationalities";
        }
        return name.startsWith("documents") ? "document" : "scan";
    }

    private static String wrong(ProblemException e) {
        return switch (field(e.field())) {
            case "birthDates" -> "checks.birthDates.accepted";
            case "nationalities" -> "checks.nationalities.accepted";
            case "document" -> "checks.document.accepted";
            default -> e.field().equals("mrz") ? "checks.scan.unreadable" : "checks.scan.accepted";
        };
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.2f", nanos / 1e9);
    }
}
