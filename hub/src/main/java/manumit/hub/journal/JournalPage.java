package manumit.hub.journal;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import manumit.hub.access.Journaled;
import manumit.hub.access.Needs;
import manumit.hub.access.Open;
import manumit.hub.access.Purpose;
import manumit.hub.access.Reason;
import manumit.hub.access.Right;
import manumit.hub.web.Page;
import manumit.hub.web.Place;
import manumit.hub.web.ProblemException;
import manumit.journal.ActKind;
import manumit.journal.Outcome;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The journal as a page, and where one says for a session why one acts.
@Controller
class JournalPage {

    /// Puts the journal into the navigation of those who may read it.
    @Configuration(proxyBeanMethods = false)
    static class Placed {
        @Bean
        Place journalPlace() {
            return new Place("journal", "/journal", "notebook", Right.READ_JOURNAL, 80);
        }
    }

    private final JournalSearches searches;

    JournalPage(JournalSearches searches) {
        this.searches = searches;
    }

    @GetMapping("/journal")
    @Needs(Right.READ_JOURNAL)
    @Journaled(kind = ActKind.SEARCH, action = "journal.search", purpose = Purpose.AUDIT)
    String show(@ModelAttribute("filter") EntryFilter filter, HttpSession session, Model model) {
        try {
            Page<EntryView> page = searches.page(filter.query(), filter.items());
            ActUnderWay.tell(act -> act.found(page.items().size()));
            model.addAttribute("page", page);
        } catch (ProblemException e) {
            // Shown beside the form, in place of entries.
            ActUnderWay.tell(act -> act.endsAs(Outcome.FAILED));
            model.addAttribute("problem", e.getBody().getDetail());
            model.addAttribute("page", new Page<EntryView>(List.of(), null));
        }
        model.addAttribute("kinds", ActKind.values());
        model.addAttribute("outcomes", Outcome.values());
        model.addAttribute("purposes", Purpose.values());
        model.addAttribute("purpose", session.getAttribute(StatedReason.PURPOSE_ATTRIBUTE));
        model.addAttribute("operation", session.getAttribute(StatedReason.OPERATION_ATTRIBUTE));
        return "journal/journal";
    }

    /// Holds for all pages of the session, until it is said anew.
    @PostMapping("/reason")
    @Open(Open.Whom.SIGNED_IN)
    @Journaled(kind = ActKind.SESSION, action = "session.reason")
    String reason(
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String operation,
            HttpSession session) {
        if (Purpose.find(purpose).isEmpty() || !Reason.isOperation(operation)) {
            throw new ProblemException(
                    ProblemException.Code.INVALID_FIELD,
                    "purpose: one of " + Purpose.codes() + "; operation: a reference or nothing");
        }
        session.setAttribute(StatedReason.PURPOSE_ATTRIBUTE, purpose);
        session.setAttribute(StatedReason.OPERATION_ATTRIBUTE, operation);
        return "redirect:/";
    }
}
