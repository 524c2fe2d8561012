package manumit.hub.alerts;

import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import manumit.hub.access.Journaled;
import manumit.hub.access.Needs;
import manumit.hub.access.Purpose;
import manumit.hub.access.Right;
import manumit.hub.ownership.Evaluation;
import manumit.hub.ownership.HandlingCode;
import manumit.hub.web.Form;
import manumit.hub.web.Option;
import manumit.journal.ActKind;
import manumit.matching.Sex;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Alerts to fill in: a new one, a correction.
@Controller
class AlertFormPages {

    private final Alerts alerts;
    private final Validator validator;

    AlertFormPages(Alerts alerts, Validator validator) {
        this.alerts = alerts;
        this.validator = validator;
    }

    @GetMapping("/alerts/add")
    @Journaled(kind = ActKind.READ, action = "alerts.add")
    @Needs({Right.WRITE_RECORDS, Right.PROTECT})
    ModelAndView add() {
        return page(Form.blank(AlertForm.NAME).with("restrictionKind", "NONE"), true);
    }

    @PostMapping("/alerts/add")
    @Journaled(kind = ActKind.CHANGE, action = "alerts.make", purpose = Purpose.INVESTIGATION)
    @Needs({Right.WRITE_RECORDS, Right.PROTECT})
    ModelAndView make(@RequestParam MultiValueMap<String, String> typed) {
        Form form = Form.sent(AlertForm.NAME, typed);
        AlertDraft draft = AlertForm.draft(form, true);
        return form.attempt(
                        validator,
                        draft,
                        "ownerReference",
                        AlertForm.told(form, () -> alerts.make(draft)))
                .map(made -> new ModelAndView("redirect:/alerts/" + made.id()))
                .orElseGet(() -> page(form, true));
    }

    @GetMapping("/alerts/{id}/edit")
    @Journaled(kind = ActKind.READ, action = "alerts.edit", purpose = Purpose.INVESTIGATION)
    @Needs({Right.WRITE_RECORDS, Right.PROTECT})
    ModelAndView edit(@PathVariable UUID id) {
        AlertView alert = alerts.getOwn(id);
        return page(AlertForm.of(alert), false).addObject("alert", alert);
    }

    @PostMapping("/alerts/{id}/edit")
    @Journaled(kind = ActKind.CHANGE, action = "alerts.change", purpose = Purpose.INVESTIGATION)
    @Needs({Right.WRITE_RECORDS, Right.PROTECT})
    ModelAndView change(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        Form form = Form.sent(AlertForm.NAME, typed);
        AlertDraft draft = AlertForm.draft(form, false);
        AlertView before = alerts.getOwn(id);
        return form.attempt(
                        validator,
                        draft,
                        "ownerReference",
                        AlertForm.told(
                                form, () -> alerts.change(id, form.expectedVersion(), draft)))
                .map(_ -> new ModelAndView("redirect:/alerts/" + id))
                .orElseGet(() -> again(before, form));
    }

    private static ModelAndView again(AlertView before, Form form) {
        ModelAndView page = page(form, false).addObject("alert", before);
        if (form.isChangedMeanwhile()) {
            Form now = AlertForm.of(before);
            Map<String, String> stored = new LinkedHashMap<>();
            for (String field :
                    List.of("names", "birthDates", "documents", "reviewOn", "instructions")) {
                stored.put("alerts." + field, now.value(field));
            }
            form.withVersion(before.version());
            page.addObject("stored", stored);
        }
        return page;
    }

    private static ModelAndView page(Form form, boolean fresh) {
        ModelAndView page = new ModelAndView("alerts/alert-edit");
        page.addObject("form", form);
        page.addObject("fresh", fresh);
        page.addObject("kinds", kinds());
        page.addObject("statuses", AlertsPages.options("person.status.", PersonStatus.values()));
        page.addObject("sexes", AlertsPages.options("alerts.sex.", Sex.values()));
        page.addObject("codes", AlertsPages.options("handling.", HandlingCode.values()));
        page.addObject(
                "sources", AlertsPages.options("alerts.source.", Evaluation.Source.values()));
        page.addObject(
                "grades",
                List.of("1", "2", "3", "4").stream()
                        .map(grade -> Option.keyed(grade, "alerts.information." + grade))
                        .toList());
        page.addObject("restrictions", restrictions());
        if (form.isRefused() || form.isChangedMeanwhile()) {
            page.setStatus(form.status());
        }
        return page;
    }

    private static List<Option> kinds() {
        List<Option> kinds =
                new ArrayList<>(AlertsPages.options("alert.kind.", AlertKind.values()));
        kinds.removeIf(kind -> kind.value().equals(AlertKind.PUBLISHED.name()));
        return kinds;
    }

    static List<Option> restrictions() {
        return List.of("NONE", "DENY", "ALLOW").stream()
                .map(kind -> Option.keyed(kind, "alerts.restriction." + kind))
                .toList();
    }
}
