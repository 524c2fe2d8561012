package manumit.hub.alerts;

import jakarta.validation.Validator;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import manumit.hub.access.Journaled;
import manumit.hub.access.Needs;
import manumit.hub.access.Purpose;
import manumit.hub.access.Right;
import manumit.hub.alerts.AlertDraft.WrittenRestriction;
import manumit.hub.alerts.AlertSteps.Decision;
import manumit.hub.alerts.AlertSteps.Review;
import manumit.hub.web.Form;
import manumit.journal.ActKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What is done with an alert, step by step, as pages: proposed, looked at, restricted, prolonged,
/// withdrawn, deleted.
@Controller
class AlertStepPages {

    private final Alerts alerts;
    private final AlertSteps steps;
    private final Validator validator;

    AlertStepPages(Alerts alerts, AlertSteps steps, Validator validator) {
        this.alerts = alerts;
        this.steps = steps;
        this.validator = validator;
    }

    /// A step that asks for a reason and, perhaps, a day.
    record Reasoned(String reason, @Nullable LocalDate reviewOn) {
        @Override
        public String toString() {
            return "Reasoned";
        }
    }

    @PostMapping("/alerts/{id}/proposal")
    @Journaled(kind = ActKind.CHANGE, action = "alerts.propose", purpose = Purpose.INVESTIGATION)
    @Needs({Right.WRITE_RECORDS, Right.PROTECT})
    ModelAndView propose(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        Form form = Form.sent("alerts", typed);
        AlertView _ = steps.propose(id, form.expectedVersion());
        return to(id);
    }

    @GetMapping("/alerts/{id}/review")
    @Journaled(kind = ActKind.READ, action = "alerts.reviewing", purpose = Purpose.INVESTIGATION)
    @Needs(Right.REVIEW_ALERTS)
    ModelAndView reviewing(@PathVariable UUID id) {
        AlertView alert = alerts.getOwn(id);
        return page(
                "alerts/alert-review", Form.blank("review").withVersion(alert.version()), alert);
    }

    @PostMapping("/alerts/{id}/review")
    @Journaled(kind = ActKind.CHANGE, action = "alerts.review", purpose = Purpose.INVESTIGATION)
    @Needs(Right.REVIEW_ALERTS)
    ModelAndView review(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        Form form = Form.sent("review", typed);
        Review review =
                new Review(
                        form.choice("decision", Decision.class),
                        answer(form, "neutral"),
                        answer(form, "rightsRespected"),
                        answer(form, "refugeeFlag"),
                        form.text("reason"));
        AlertView before = alerts.getOwn(id);
        return attempt(
                form,
                review,
                "alerts/alert-review",
                before,
                () -> steps.review(id, form.expectedVersion(), review));
    }

    @GetMapping("/alerts/{id}/restriction")
    @Journaled(kind = ActKind.READ, action = "alerts.restricting", purpose = Purpose.INVESTIGATION)
    @Needs({Right.WRITE_RECORDS, Right.PROTECT})
    ModelAndView restricting(@PathVariable UUID id) {
        AlertView alert = alerts.getOwn(id);
        AlertView.RestrictionView now = alert.restriction();
        Form form =
                Form.blank("alerts")
                        .with("restrictionKind", now == null ? "NONE" : now.kind())
                        .with(
                                "restrictionMembers",
                                now == null ? "" : String.join(", ", now.members()))
                        .withVersion(alert.version());
        return page("alerts/alert-restrict", form, alert);
    }

    @PostMapping("/alerts/{id}/restriction")
    @Journaled(kind = ActKind.CHANGE, action = "alerts.restrict", purpose = Purpose.INVESTIGATION)
    @Needs({Right.WRITE_RECORDS, Right.PROTECT})
    ModelAndView restrict(
            @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        Form form = Form.sent("alerts", typed);
        WrittenRestriction wanted = AlertForm.restriction(form);
        AlertView before = alerts.getOwn(id);
        return attempt(
                form,
                wanted,
                "alerts/alert-restrict",
                before,
                () -> steps.restrict(id, form.expectedVersion(), wanted));
    }

    @GetMapping("/alerts/{id}/ending")
    @Journaled(kind = ActKind.READ, action = "alerts.ending", purpose = Purpose.DATA_PROTECTION)
    @Needs({Right.WRITE_RECORDS, Right.PROTECT})
    ModelAndView ending(@PathVariable UUID id) {
        AlertView alert = alerts.getOwn(id);
        return page(
                "alerts/alert-end",
                Form.blank("ending")
                        .with("reviewOn", alert.reviewOn())
                        .withVersion(alert.version()),
                alert);
    }

    @PostMapping("/alerts/{id}/prolongation")
    @Journaled(kind = ActKind.CHANGE, action = "alerts.prolong", purpose = Purpose.DATA_PROTECTION)
    @Needs({Right.WRITE_RECORDS, Right.PROTECT})
    ModelAndView prolong(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        Form form = Form.sent("ending", typed);
        Optional<LocalDate> on =
                QualityGate.date("reviewOn", form.text("reviewOn"), new FieldErrors());
        if (on.isEmpty()) {
            form.wrong("reviewOn");
        }
        Reasoned reasoned = new Reasoned(form.text("reason"), on.orElse(null));
        return attempt(
                form,
                reasoned,
                "alerts/alert-end",
                alerts.getOwn(id),
                () ->
                        steps.prolong(
                                id, form.expectedVersion(), on.orElseThrow(), reasoned.reason()));
    }

    @PostMapping("/alerts/{id}/withdrawal")
    @Journaled(kind = ActKind.CHANGE, action = "alerts.withdraw", purpose = Purpose.INVESTIGATION)
    @Needs({Right.WRITE_RECORDS, Right.PROTECT})
    ModelAndView withdraw(
            @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        Form form = Form.sent("ending", typed);
        Reasoned reasoned = new Reasoned(form.text("reason"), null);
        if (reasoned.reason().isEmpty()) {
            form.wrong("reason");
        }
        return attempt(
                form,
                reasoned,
                "alerts/alert-end",
                alerts.getOwn(id),
                () -> steps.withdraw(id, form.expectedVersion(), reasoned.reason()));
    }

    @PostMapping("/alerts/{id}/deletion")
    @Journaled(kind = ActKind.CHANGE, action = "alerts.delete", purpose = Purpose.DATA_PROTECTION)
    @Needs({Right.WRITE_RECORDS, Right.PROTECT})
    ModelAndView delete(@PathVariable UUID id) {
        AlertView alert = alerts.getOwn(id);
        steps.delete(id, alert.version());
        return new ModelAndView(alert.sheltered() ? "redirect:/protection" : "redirect:/alerts");
    }

    private ModelAndView attempt(
            Form form,
            Record body,
            String view,
            AlertView before,
            java.util.function.Supplier<AlertView> work) {
        return form.attempt(validator, body, "reason", AlertForm.told(form, work))
                .map(alert -> to(alert.id()))
                .orElseGet(() -> page(view, form.withVersion(before.version()), before));
    }

    private static ModelAndView page(String view, Form form, AlertView alert) {
        ModelAndView page = new ModelAndView(view);
        page.addObject("form", form);
        page.addObject("alert", alert);
        page.addObject("restrictions", AlertFormPages.restrictions());
        if (form.isRefused() || form.isChangedMeanwhile()) {
            page.setStatus(form.status());
        }
        return page;
    }

    private static ModelAndView to(UUID id) {
        return new ModelAndView("redirect:/alerts/" + id);
    }

    private static @Nullable Boolean answer(Form form, String field) {
        return switch (form.text(field)) {
            case "yes" -> true;
            case "no" -> false;
            default -> null;
        };
    }
}
