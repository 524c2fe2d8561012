package manumit.hub.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import manumit.hub.access.Journaled;
import manumit.hub.access.NotJournaled;
import manumit.hub.access.Open;
import manumit.journal.ActKind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Name, password and code.
@Controller
class SignInPage {

    private static final Logger LOG = LoggerFactory.getLogger(SignInPage.class);

    private final PasswordSignIn passwords;
    private final Passkeys passkeys;
    private final Sessions sessions;
    private final boolean demo;

    SignInPage(
            PasswordSignIn passwords,
            Passkeys passkeys,
            Sessions sessions,
            @Value("${" + DemoSignInPage.SETTING + ":false}") boolean demo) {
        this.demo = demo;
        this.passwords = passwords;
        this.passkeys = passkeys;
        this.sessions = sessions;
    }

    /// Null if there is no sign-in by passkey here.
    @ModelAttribute("passkeyOrigin")
    @Nullable String passkeyOrigin() {
        return passkeys.origin().map(Object::toString).orElse(null);
    }

    /// Whether this hub holds invented people, whom anybody may be.
    @ModelAttribute("demo")
    boolean isDemo() {
        return demo;
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
        Optional<SignedIn> signedIn =
                passwords.signIn(name, password, code, ClientAddress.of(request));
        if (signedIn.isEmpty()) {
            LOG.info("sign-in refused");
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            model.addAttribute("refused", true);
            return "signin/sign-in";
        }
        sessions.begin(signedIn.get(), request, response);
        return "redirect:/";
    }
}
