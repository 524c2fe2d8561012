package manumit.hub.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import manumit.hub.access.Journaled;
import manumit.hub.access.Open;
import manumit.hub.database.ActingTransaction;
import manumit.journal.ActKind;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Where somebody is signed in, and how to end it.
@Controller
class SessionsPage {

    private final OpenSessions sessions;

    SessionsPage(OpenSessions sessions) {
        this.sessions = sessions;
    }

    /// @param current the one that asks
    public record Line(
            UUID number, OffsetDateTime since, OffsetDateTime lastUsed, boolean current) {}

    @GetMapping("/sessions")
    @Open(Open.Whom.SIGNED_IN)
    String list(HttpServletRequest request, Model model) {
        model.addAttribute(
                "sessions",
                sessions.of(ActingTransaction.signedIn().id()).stream()
                        .map(one ->
                                new Line(
                                        one.number(),
                                        one.since().atOffset(ZoneOffset.UTC),
                                        one.lastUsed().atOffset(ZoneOffset.UTC),
                                        sessions.isOf(request, one)))
                        .toList());
        return "web/sessions";
    }

    @PostMapping("/sessions/{number}/end")
    @Journaled(kind = ActKind.SESSION, action = "session.end")
    @Open(Open.Whom.SIGNED_IN)
    String end(@PathVariable UUID number) {
        sessions.of(ActingTransaction.signedIn().id()).stream()
                .filter(one -> one.number().equals(number))
                .forEach(sessions::end);
        return "redirect:/sessions";
    }

    @PostMapping("/sessions/end-others")
    @Journaled(kind = ActKind.SESSION, action = "session.end-others")
    @Open(Open.Whom.SIGNED_IN)
    String endOthers(HttpServletRequest request) {
        sessions.of(ActingTransaction.signedIn().id()).stream()
                .filter(one -> !sessions.isOf(request, one))
                .forEach(sessions::end);
        return "redirect:/sessions";
    }
}
