package manumit.hub.web;

import java.util.Comparator;
import manumit.hub.access.Acting;
import manumit.hub.access.Open;
import manumit.hub.database.ActingTransaction;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Where one arrives after signing in.
@Controller
class HomePage {

    @GetMapping("/")
    @Open(Open.Whom.SIGNED_IN)
    String home(Model model) {
        Acting acting = ActingTransaction.signedIn();
        model.addAttribute(
                "roles", acting.roles().stream().sorted(Comparator.naturalOrder()).toList());
        return "web/home";
    }
}
