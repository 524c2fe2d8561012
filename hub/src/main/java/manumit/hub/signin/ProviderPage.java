package manumit.hub.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import manumit.hub.access.Journaled;
import manumit.hub.access.NotJournaled;
import manumit.hub.access.Open;
import manumit.hub.journal.ActUnderWay;
import manumit.hub.signin.ProviderSignIn.Begun;
import manumit.journal.ActKind;
import manumit.journal.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Sends people to their member's provider and takes them back.
@Controller
class ProviderPage {

    private static final String BEGUN = "manumit.provider.begun";
    private static final String REFUSED = "redirect:/sign-in?provider";

    private final ProviderSignIn providers;
    private final Sessions sessions;

    ProviderPage(ProviderSignIn providers, Sessions sessions) {
        this.providers = providers;
        this.sessions = sessions;
    }

    /// A page that leads on, not a redirect: the content policy lets forms lead nowhere else.
    @PostMapping("/sign-in/provider")
    @NotJournaled("leads away; whoever comes back is journaled then")
    @Open(Open.Whom.EVERYBODY)
    String begin(
            @RequestParam(defaultValue = "") String member,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Begun> begun = providers.begin(member, request);
        if (begun.isEmpty()) {
            return REFUSED;
        }
        request.getSession().setAttribute(BEGUN, begun.get());
        String there = begun.get().request().getAuthorizationRequestUri();
        response.setHeader("Refresh", "0; url=" + there);
        response.setHeader("Cache-Control", "no-store");
        model.addAttribute("there", there);
        return "signin/provider-leave";
    }

    @GetMapping(ProviderAddresses.CALLBACK)
    @Journaled(kind = ActKind.SESSION, action = "session.sign-in-provider")
    @Open(Open.Whom.EVERYBODY)
    String back(
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(defaultValue = "") String state,
            HttpServletRequest request,
            HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(BEGUN) instanceof Begun begun)) {
            return refused();
        }
        session.removeAttribute(BEGUN);
        Optional<SignedIn> user = providers.finish(begun, code, state);
        if (user.isEmpty()) {
            return refused();
        }
        sessions.begin(user.get(), request, response);
        return "redirect:/";
    }

    private static String refused() {
        ActUnderWay.tell(act -> act.endsAs(Outcome.FAILED));
        return REFUSED;
    }
}
