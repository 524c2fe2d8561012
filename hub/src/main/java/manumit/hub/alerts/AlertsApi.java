package manumit.hub.alerts;

import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import manumit.hub.access.Journaled;
import manumit.hub.access.Needs;
import manumit.hub.access.Purpose;
import manumit.hub.access.Right;
import manumit.hub.alerts.AlertDraft.WrittenRestriction;
import manumit.hub.alerts.AlertNotices.Notice;
import manumit.hub.alerts.AlertNotices.Recipient;
import manumit.hub.alerts.AlertSteps.Review;
import manumit.hub.alerts.AlertView.Line;
import manumit.hub.alerts.Alerts.Wanted;
import manumit.hub.web.Page;
import manumit.hub.web.Versions;
import manumit.journal.ActKind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Alerts: made by an owner, looked at by a second person, circulated, corrected, withdrawn.
@RestController
@RequestMapping(AlertsApi.PATH)
class AlertsApi {

    static final String PATH = "/api/v1/alerts";

    private final Alerts alerts;
    private final AlertSteps steps;
    private final AlertHistory history;
    private final AlertNotices notices;
    private final Disclosures disclosures;

    AlertsApi(
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

    /// What a change says besides.
    ///
    /// @param reason why
    record Withdrawal(@Nullable String reason) {}

    /// @param reviewOn until when it is kept
    /// @param reason why it is still needed
    record Prolongation(@Nullable String reviewOn, @Nullable String reason) {}

    /// @param acknowledged notices that are now
    record Acknowledged(int acknowledged) {}

    /// @param own true: of one's own member only
    /// @param name part of a name; finds nobody who is to be protected
    /// @param waiting `review`: for the second person; `prolongation`: review date within six
    ///   months
    @GetMapping
    @Journaled(kind = ActKind.SEARCH, purpose = Purpose.INVESTIGATION)
    @Needs({Right.READ_RECORDS, Right.PROTECT, Right.REVIEW_ALERTS})
    Page<Line> list(
            @RequestParam(required = false, defaultValue = "false") boolean own,
            @RequestParam(required = false) @Nullable AlertState state,
            @RequestParam(required = false) @Nullable AlertKind kind,
            @RequestParam(required = false, defaultValue = "") String name,
            @RequestParam(required = false, defaultValue = "") String waiting,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return disclosures.journaled(
                alerts.list(
                        new Wanted(
                                own,
                                true,
                                state,
                                kind,
                                name,
                                waiting.equals("review"),
                                waiting.equals("prolongation")),
                        Page.after(after),
                        Page.limit(limit)));
    }

    @GetMapping("/{id}")
    @Journaled(kind = ActKind.READ, purpose = Purpose.INVESTIGATION)
    @Needs({Right.READ_RECORDS, Right.PROTECT, Right.REVIEW_ALERTS})
    ResponseEntity<AlertView> get(@PathVariable UUID id) {
        AlertView alert = alerts.get(id);
        return Versions.answer(alert, alert.version());
    }

    @PostMapping
    @Journaled(kind = ActKind.CHANGE, purpose = Purpose.INVESTIGATION)
    @Needs({Right.WRITE_RECORDS, Right.PROTECT})
    ResponseEntity<AlertView> make(@Valid @RequestBody AlertDraft body) {
        AlertView alert = alerts.make(body);
        return Versions.created(PATH, alert.id(), alert);
    }

    @PutMapping("/{id}")
    @Journaled(kind = ActKind.CHANGE, purpose = Purpose.INVESTIGATION)
    @Needs({Right.WRITE_RECORDS, Right.PROTECT})
    ResponseEntity<AlertView> change(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody AlertDraft body) {
        return answer(alerts.change(id, Versions.expected(ifMatch), body));
    }

    /// Deletes it for good; to end circulation and keep it, withdraw it.
    @DeleteMapping("/{id}")
    @Journaled(kind = ActKind.CHANGE, purpose = Purpose.DATA_PROTECTION)
    @Needs({Right.WRITE_RECORDS, Right.PROTECT})
    ResponseEntity<Void> delete(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        steps.delete(id, Versions.expected(ifMatch));
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/proposals")
    @Journaled(kind = ActKind.CHANGE, purpose = Purpose.INVESTIGATION)
    @Needs({Right.WRITE_RECORDS, Right.PROTECT})
    ResponseEntity<AlertView> propose(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return answer(steps.propose(id, Versions.expected(ifMatch)));
    }

    @PostMapping("/{id}/reviews")
    @Journaled(kind = ActKind.CHANGE, purpose = Purpose.INVESTIGATION)
    @Needs(Right.REVIEW_ALERTS)
    ResponseEntity<AlertView> review(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Review body) {
        return answer(steps.review(id, expected(ifMatch), body));
    }

    @PutMapping("/{id}/restriction")
    @Journaled(kind = ActKind.CHANGE, purpose = Purpose.INVESTIGATION)
    @Needs({Right.WRITE_RECORDS, Right.PROTECT})
    ResponseEntity<AlertView> restrict(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody WrittenRestriction body) {
        return answer(steps.restrict(id, expected(ifMatch), body));
    }

    @PostMapping("/{id}/withdrawals")
    @Journaled(kind = ActKind.CHANGE, purpose = Purpose.INVESTIGATION)
    @Needs({Right.WRITE_RECORDS, Right.PROTECT})
    ResponseEntity<AlertView> withdraw(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Withdrawal body) {
        return answer(steps.withdraw(id, expected(ifMatch), reason(body.reason())));
    }

    @PostMapping("/{id}/prolongations")
    @Journaled(kind = ActKind.CHANGE, purpose = Purpose.DATA_PROTECTION)
    @Needs({Right.WRITE_RECORDS, Right.PROTECT})
    ResponseEntity<AlertView> prolong(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Prolongation body) {
        FieldErrors errors = new FieldErrors();
        var on = QualityGate.date("reviewOn", body.reviewOn(), errors);
        errors.refuse();
        return answer(
                steps.prolong(id, expected(ifMatch), on.orElseThrow(), reason(body.reason())));
    }

    /// Every text that the alert had or is to have, newest first; for the owner.
    @GetMapping("/{id}/versions")
    @Journaled(kind = ActKind.READ, purpose = Purpose.INVESTIGATION)
    @Needs({Right.READ_RECORDS, Right.PROTECT, Right.REVIEW_ALERTS})
    List<AlertHistory.Version> versions(@PathVariable UUID id) {
        return history.versions(id);
    }

    /// The members that received it, and what they acknowledged; for the owner.
    @GetMapping("/{id}/recipients")
    @Journaled(kind = ActKind.READ, purpose = Purpose.DATA_PROTECTION)
    @Needs({Right.READ_RECORDS, Right.PROTECT})
    List<Recipient> recipients(@PathVariable UUID id) {
        return history.recipients(id);
    }

    /// What the own member is told about alerts that it received.
    @GetMapping("/notices")
    @Journaled(kind = ActKind.SEARCH, purpose = Purpose.DATA_PROTECTION)
    @Needs(Right.READ_RECORDS)
    Page<Notice> notices(
            @RequestParam(required = false, defaultValue = "true") boolean open,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return notices.list(open, Page.after(after), Page.limit(limit));
    }

    /// Says that copies are corrected or deleted.
    @PostMapping("/{id}/acknowledgements")
    @Journaled(kind = ActKind.CHANGE, purpose = Purpose.DATA_PROTECTION)
    @Needs(Right.READ_RECORDS)
    Acknowledged acknowledge(@PathVariable UUID id) {
        return new Acknowledged(notices.acknowledge(id));
    }

    private static ResponseEntity<AlertView> answer(AlertView alert) {
        return Versions.answer(alert, alert.version());
    }

    private static @Nullable Long expected(@Nullable String ifMatch) {
        return ifMatch == null ? null : (Long) Versions.expected(ifMatch);
    }

    private static String reason(@Nullable String given) {
        FieldErrors errors = new FieldErrors();
        String reason = errors.text("reason", given, 2_000);
        errors.refuse();
        return reason;
    }
}
