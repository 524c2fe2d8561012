package manumit.hub.alerts;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import manumit.hub.access.Acting;
import manumit.hub.access.Journaled;
import manumit.hub.access.Needs;
import manumit.hub.access.Purpose;
import manumit.hub.access.Right;
import manumit.hub.alerts.AlertNotices.Notice;
import manumit.hub.alerts.AlertView.Line;
import manumit.hub.alerts.Alerts.Wanted;
import manumit.hub.database.ActingTransaction;
import manumit.hub.web.Option;
import manumit.hub.web.Page;
import manumit.hub.web.Place;
import manumit.journal.ActKind;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Alerts as pages, to look at: lists, one with its steps and receivers, notices.
@Controller
class AlertsPages {

    private final Alerts alerts;
    private final AlertSteps steps;
    private final AlertHistory history;
    private final AlertNotices notices;
    private final Disclosures disclosures;

    AlertsPages(
            Alerts alerts,
            AlertSteps steps,
            AlertHistory history,
            AlertNotices notices,
            Disclosures disclosures) {
        this.alerts = alerts;
        this.steps = steps;
        this.history = history;
        this.notices = notices;
        this.disclosures = disclosures;
    }

    /// Two, since a place asks for one right: who protects need not read the rest.
    @Configuration(proxyBeanMethods = false)
    static class Places {
        @Bean
        Place alertsPlace() {
            return new Place("alerts", "/alerts", "bell", Right.READ_RECORDS, 20);
        }

        @Bean
        Place protectionPlace() {
            return new Place("protection", "/protection", "shield-heart", Right.PROTECT, 21);
        }
    }

    /// @param waiting `review`, `prolongation` or empty
    @GetMapping("/alerts")
    @Journaled(kind = ActKind.SEARCH, action = "alerts.list", purpose = Purpose.INVESTIGATION)
    @Needs({Right.READ_RECORDS, Right.REVIEW_ALERTS})
    String list(
            @RequestParam(required = false, defaultValue = "") String name,
            @RequestParam(required = false, defaultValue = "") String state,
            @RequestParam(required = false, defaultValue = "false") boolean own,
            @RequestParam(required = false, defaultValue = "") String waiting,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        AlertState wanted = null;
        for (AlertState one : AlertState.values()) {
            if (one.name().equals(state)) {
                wanted = one;
            }
        }
        Page<Line> found =
                disclosures.journaled(
                        alerts.list(
                                new Wanted(
                                        own || (wanted != null && wanted != AlertState.CIRCULATED),
                                        false,
                                        wanted,
                                        null,
                                        name,
                                        waiting.equals("review"),
                                        waiting.equals("prolongation")),
                                Page.after(after),
                                Page.DEFAULT_ITEMS));
        show(model, found);
        model.addAttribute("name", name);
        model.addAttribute("state", state);
        model.addAttribute("ownOnly", own);
        model.addAttribute("waiting", waiting);
        model.addAttribute("states", options("alert.state.", AlertState.values()));
        return "alerts/alerts";
    }

    /// The own member's alerts of people to protect: for specialists, on a page of its own (R17).
    @GetMapping("/protection")
    @Journaled(kind = ActKind.SEARCH, purpose = Purpose.VICTIM_PROTECTION)
    @Needs(Right.PROTECT)
    String sheltered(@RequestParam(required = false) @Nullable String after, Model model) {
        show(model, alerts.sheltered(Page.after(after), Page.DEFAULT_ITEMS));
        return "alerts/protection";
    }

    private static void show(Model model, Page<Line> found) {
        model.addAttribute("alerts", found);
        model.addAttribute("member", ActingTransaction.signedIn().member());
    }

    @GetMapping("/alerts/{id}")
    @Journaled(kind = ActKind.READ, action = "alerts.get", purpose = Purpose.INVESTIGATION)
    @Needs({Right.READ_RECORDS, Right.PROTECT, Right.REVIEW_ALERTS})
    String one(@PathVariable UUID id, Model model) {
        AlertView alert = alerts.get(id);
        boolean own = alert.owner().equals(ActingTransaction.signedIn().member());
        model.addAttribute("alert", alert);
        model.addAttribute("own", own);
        model.addAttribute("can", can(alert, own));
        model.addAttribute("steps", own ? history.steps(id) : List.of());
        model.addAttribute("versions", own ? history.versions(id) : List.of());
        model.addAttribute("recipients", own ? history.recipients(id) : List.of());
        model.addAttribute("latestYears", QualityGate.mostYears(alert.kind(), alert.sheltered()));
        return "alerts/alert";
    }

    /// What the actor may do with it now, in the order in which it is offered.
    private List<String> can(AlertView alert, boolean own) {
        Acting acting = ActingTransaction.signedIn();
        List<String> can = new ArrayList<>();
        if (!own) {
            return can;
        }
        boolean writes = acting.may(alert.sheltered() ? Right.PROTECT : Right.WRITE_RECORDS);
        boolean circulates = alert.state() == AlertState.CIRCULATED;
        AlertState text = circulates ? alert.correction() : alert.state();
        if (alert.inReview() && steps.mayReview(alert)) {
            can.add("review");
        }
        if (writes && text == AlertState.DRAFT) {
            can.add("propose");
        }
        if (writes && alert.kind() != AlertKind.PUBLISHED) {
            can.add("edit");
        }
        if (writes) {
            can.add("restrict");
            if (circulates) {
                can.add("prolong");
                can.add("withdraw");
            } else {
                can.add("delete");
            }
        }
        return can;
    }

    @GetMapping("/alerts/notices")
    @Journaled(kind = ActKind.SEARCH, purpose = Purpose.DATA_PROTECTION)
    @Needs(Right.READ_RECORDS)
    String notices(@RequestParam(required = false) @Nullable String after, Model model) {
        Page<Notice> found = notices.list(true, Page.after(after), Page.DEFAULT_ITEMS);
        model.addAttribute("notices", found);
        return "alerts/notices";
    }

    @PostMapping("/alerts/{id}/acknowledgement")
    @Journaled(
            kind = ActKind.CHANGE,
            action = "alerts.acknowledge",
            purpose = Purpose.DATA_PROTECTION)
    @Needs(Right.READ_RECORDS)
    String acknowledge(@PathVariable UUID id) {
        int _ = notices.acknowledge(id);
        return "redirect:/alerts/notices";
    }

    static List<Option> options(String prefix, Enum<?>[] values) {
        List<Option> options = new ArrayList<>();
        for (Enum<?> value : values) {
            options.add(Option.keyed(value.name(), prefix + value.name()));
        }
        return options;
    }
}
