package manumit.hub.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import manumit.hub.access.Open;
import manumit.hub.journal.ActUnderWay;
import manumit.hub.journal.Journaled;
import manumit.hub.journal.NotJournaled;
import manumit.journal.ActKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Name, password and code.
@Controller
class SignInPage {

    private static final Logger LOG = LoggerFactory.getLogger(SignInPage.class);

    private final PasswordSignIn passwords;
    private final SecurityContextRepository contexts;
    private final CsrfTokenRepository csrfTokens;

    SignInPage(
            PasswordSignIn passwords,
            SecurityContextRepository contexts,
            CsrfTokenRepository csrfTokens) {
        this.passwords = passwords;
        this.contexts = contexts;
        this.csrfTokens = csrfTokens;
    }

    @GetMapping("/sign-in")
    @NotJournaled("an empty form")
    @Open(Open.Whom.EVERYBODY)
    String page() {
        return "signin/sign-in";
    }

    @PostMapping("/sign-in")
    @Journaled(kind = ActKind.SESSION, action = "session.sign-in")
    @Open(Open.Whom.EVERYBODY)
    String signIn(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<SignedIn> signedIn = passwords.signIn(name, password, code);
        if (signedIn.isEmpty()) {
            LOG.info("sign-in refused");
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            model.addAttribute("refused", true);
            return "signin/sign-in";
        }
        // No session without its entry.
        ActUnderWay.tell(act -> act.by(signedIn.get().getPrincipal()).writeNow());
        // New identifiers: whoever knew the old session or token has nothing.
        request.getSession(true);
        request.changeSessionId();
        csrfTokens.saveToken(null, request, response);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(signedIn.get());
        contexts.saveContext(context, request, response);
        LOG.info("user {} signed in", signedIn.get().getName());
        return "redirect:/";
    }
}
