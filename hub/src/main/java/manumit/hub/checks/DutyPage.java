package manumit.hub.checks;

import jakarta.servlet.http.HttpSession;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import manumit.hub.access.Acting;
import manumit.hub.access.Journaled;
import manumit.hub.access.Open;
import manumit.hub.access.Purpose;
import manumit.hub.access.Reason;
import manumit.hub.checks.OwnPosts.Post;
import manumit.hub.database.ActingTransaction;
import manumit.hub.journal.SessionReason;
import manumit.hub.web.Form;
import manumit.hub.web.Option;
import manumit.journal.ActKind;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.ui.ModelMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Where one is, why one acts and for which operation: chosen once for a session (R5).
@Controller
class DutyPage {

    private static final String FORM = "duty";

    private final OwnPosts posts;

    DutyPage(OwnPosts posts) {
        this.posts = posts;
    }

    @GetMapping("/duty")
    @Journaled(kind = ActKind.READ, action = "duty.show")
    @Open(Open.Whom.SIGNED_IN)
    String show(HttpSession session, Model model) {
        fill(model, chosen(session));
        return "checks/duty";
    }

    @PostMapping("/duty")
    @Journaled(kind = ActKind.SESSION, action = "duty.choose")
    @Open(Open.Whom.SIGNED_IN)
    ModelAndView choose(@RequestParam MultiValueMap<String, String> typed, HttpSession session) {
        Form form = Form.sent(FORM, typed);
        Acting acting = ActingTransaction.signedIn();
        UUID wanted = form.id("post");
        Optional<Post> post =
                posts.list(acting).stream().filter(one -> one.id().equals(wanted)).findFirst();
        if (wanted != null && post.isEmpty()) {
            form.wrong("post");
        }
        String operation = form.text("operation");
        if (!Reason.isOperation(operation)) {
            form.wrong("operation");
        }
        Optional<Purpose> purpose = Purpose.find(form.text("purpose"));
        if (purpose.isEmpty()) {
            form.wrong("purpose");
        }
        if (form.isRefused()) {
            ModelAndView page = new ModelAndView("checks/duty", HttpStatus.BAD_REQUEST);
            fill(page.getModelMap(), form);
            return page;
        }
        DutyChoice.choose(session, new Reason(operation, purpose.orElseThrow()), post.orElse(null));
        return new ModelAndView(
                "redirect:" + (form.text("back").equals("/check") ? "/check" : "/"));
    }

    private void fill(Model model, Form form) {
        model.addAllAttributes(attributes(form));
    }

    private void fill(ModelMap model, Form form) {
        model.addAllAttributes(attributes(form));
    }

    Map<String, Object> attributes(Form form) {
        List<Option> places =
                posts.list(ActingTransaction.signedIn()).stream()
                        .map(post -> Option.named(post.id().toString(), post.name()))
                        .toList();
        List<Option> purposes =
                Arrays.stream(Purpose.values())
                        .map(one -> Option.keyed(one.code(), "purpose." + one.code()))
                        .toList();
        return Map.of("form", form, "posts", places, "purposes", purposes);
    }

    /// What is chosen now; a border check at the only post where nothing is.
    Form chosen(HttpSession session) {
        Optional<Reason> reason = SessionReason.find(session);
        Form form =
                Form.blank(FORM)
                        .with("operation", reason.map(Reason::operation).orElse(""))
                        .with(
                                "purpose",
                                reason.map(Reason::purpose).orElse(Purpose.BORDER_CHECK).code());
        UUID post = DutyChoice.post(session);
        List<Post> own = posts.list(ActingTransaction.signedIn());
        if (post == null && reason.isEmpty() && own.size() == 1) {
            post = own.getFirst().id();
        }
        return form.with("post", post);
    }
}
