package manumit.hub.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import manumit.hub.access.Journaled;
import manumit.hub.access.NotJournaled;
import manumit.hub.access.Open;
import manumit.hub.access.Role;
import manumit.hub.database.ActingTransaction;
import manumit.hub.web.Versions;
import manumit.journal.ActKind;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Signs in as anybody, by a click: for hubs that hold invented people only.
///
/// Exists only where `manumit.demo` is set, which `HubOptions` refuses for a hub that listens
/// beyond this machine.
@Controller
@ConditionalOnProperty(name = DemoSignInPage.SETTING, havingValue = "true")
class DemoSignInPage {

    static final String SETTING = "manumit.demo";

    private final ActingTransaction transactions;
    private final Standing standing;
    private final Sessions sessions;

    DemoSignInPage(ActingTransaction transactions, Standing standing, Sessions sessions) {
        this.transactions = transactions;
        this.standing = standing;
        this.sessions = sessions;
    }

    /// Somebody to be.
    record DemoUser(UUID id, String name, String member, List<Role> roles) {}

    @GetMapping("/sign-in/demo")
    @NotJournaled("the invented people of a demo")
    @Open(Open.Whom.EVERYBODY)
    String page(Model model) {
        model.addAttribute("users", users());
        return "signin/demo";
    }

    @PostMapping("/sign-in/demo")
    @Journaled(kind = ActKind.SESSION, action = "session.sign-in")
    @Open(Open.Whom.EVERYBODY)
    String signIn(
            @RequestParam UUID user, HttpServletRequest request, HttpServletResponse response) {
        sessions.begin(standing.ofUser(user).orElseThrow(Versions::notFound), request, response);
        return "redirect:/";
    }

    private List<DemoUser> users() {
        return transactions.asSignIn(sql ->
                sql.sql(
                                """
                                SELECT u.id, u.display_name, m.name AS member,
                                       ARRAY(SELECT role FROM manumit.user_roles r
                                             WHERE r.user_id = u.id ORDER BY role) AS roles
                                FROM manumit.users u JOIN manumit.members m ON m.id = u.member
                                ORDER BY m.secretariat, m.name, u.id
                                LIMIT 100
                                """)
                        .query((row, _) ->
                                new DemoUser(
                                        row.getObject("id", UUID.class),
                                        row.getString("display_name"),
                                        row.getString("member"),
                                        Arrays.stream((Object[]) row.getArray("roles").getArray())
                                                .map(role -> Role.valueOf(role.toString()))
                                                .toList()))
                        .list());
    }
}
