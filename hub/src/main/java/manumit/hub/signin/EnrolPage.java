package manumit.hub.signin;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import manumit.hub.access.Journaled;
import manumit.hub.access.Open;
import manumit.hub.signin.Enrolments.Outcome;
import manumit.hub.signin.Enrolments.Pending;
import manumit.journal.ActKind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The page behind an invitation: choose a password, add the second factor, prove both.
@Controller
class EnrolPage {

    private final Enrolments enrolments;

    EnrolPage(Enrolments enrolments) {
        this.enrolments = enrolments;
    }

    @GetMapping("/enrol/{token}")
    @Journaled(kind = ActKind.SESSION, action = "enrolment.open")
    @Open(Open.Whom.EVERYBODY)
    String page(@PathVariable String token, Model model, HttpServletResponse response) {
        return show(token, null, model, response);
    }

    @PostMapping("/enrol/{token}")
    @Journaled(kind = ActKind.CHANGE, action = "enrolment.complete")
    @Open(Open.Whom.EVERYBODY)
    String enrol(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String password,
            @RequestParam(required = false) @Nullable String repeated,
            @RequestParam(required = false) @Nullable String code,
            Model model,
            HttpServletResponse response) {
        Outcome outcome = enrolments.complete(token, password, repeated, code);
        return switch (outcome) {
            case DONE -> "redirect:/sign-in?enrolled";
            case LINK_INVALID, PASSWORD_LENGTH, PASSWORDS_DIFFER, CODE_WRONG ->
                    show(token, outcome, model, response);
        };
    }

    private String show(
            String token, @Nullable Outcome outcome, Model model, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        Optional<Pending> pending = enrolments.find(token);
        if (pending.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return "signin/link-over";
        }
        if (outcome != null) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("outcome", outcome.name());
        }
        String secret = pending.get().secret().base32();
        model.addAttribute("signInName", pending.get().signInName());
        model.addAttribute("enrolPath", "/enrol/" + token);
        model.addAttribute("secret", secret);
        model.addAttribute(
                "authenticatorLink",
                "otpauth://totp/Manumit:"
                        + pending.get().signInName()
                        + "?secret="
                        + secret
                        + "&issuer=Manumit");
        return "signin/enrol";
    }
}
