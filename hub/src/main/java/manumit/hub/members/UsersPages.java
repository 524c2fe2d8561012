package manumit.hub.members;

import jakarta.validation.Validator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import manumit.hub.access.Acting;
import manumit.hub.access.Journaled;
import manumit.hub.access.Needs;
import manumit.hub.access.Right;
import manumit.hub.access.Role;
import manumit.hub.database.ActingTransaction;
import manumit.hub.members.Users.Invitation;
import manumit.hub.members.Users.NewUser;
import manumit.hub.members.Users.User;
import manumit.hub.members.Users.UserChange;
import manumit.hub.web.Form;
import manumit.hub.web.Page;
import manumit.journal.ActKind;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Users of the own member as pages: list, one, add, edit, new link, end of sessions.
@Controller
class UsersPages {

    private final Users users;
    private final Suspensions suspensions;
    private final Names names;
    private final Validator validator;
    private final MessageSource messages;

    UsersPages(
            Users users,
            Suspensions suspensions,
            Names names,
            Validator validator,
            MessageSource messages) {
        this.users = users;
        this.suspensions = suspensions;
        this.names = names;
        this.validator = validator;
        this.messages = messages;
    }

    @GetMapping("/users")
    @Journaled(kind = ActKind.SEARCH)
    @Needs(Right.READ_USERS)
    String list(@RequestParam(required = false) @Nullable String after, Model model) {
        Page<User> found = users.list(Page.after(after), Page.DEFAULT_ITEMS);
        model.addAttribute("users", found);
        model.addAttribute("unitNames", names.ofUnits(found.items().stream().map(User::unit)));
        model.addAttribute(
                "suspended",
                suspensions.suspendedOf(found.items().stream().map(User::id).toList()));
        return "members/users";
    }

    @GetMapping("/users/{id}")
    @Journaled(kind = ActKind.READ, action = "users.get")
    @Needs(Right.READ_USERS)
    String one(@PathVariable UUID id, Model model) {
        User user = users.get(id);
        Acting acting = ActingTransaction.signedIn();
        model.addAttribute("user", user);
        model.addAttribute("unitName", unitName(user.unit()));
        model.addAttribute(
                "suspensions",
                acting.may(Right.READ_SUSPENSIONS) ? suspensions.inForceOf(id) : List.of());
        model.addAttribute("self", acting.id().equals(id));
        return "members/user";
    }

    @GetMapping("/users/add")
    @Needs(Right.ADMINISTER_USERS)
    ModelAndView add() {
        return page("members/user-add", Form.blank("users"));
    }

    @PostMapping("/users/add")
    @Needs(Right.ADMINISTER_USERS)
    ModelAndView invite(
            @RequestParam MultiValueMap<String, String> typed, RedirectAttributes after) {
        Form form = Form.sent("users", typed);
        NewUser user =
                new NewUser(
                        form.text("signInName"),
                        form.text("displayName"),
                        form.id("unit"),
                        form.choices("roles", Role.class));
        Optional<Invitation> invited =
                form.attempt(validator, user, "signInName", () -> users.invite(user));
        if (invited.isEmpty()) {
            return page("members/user-add", form);
        }
        return InvitationPage.show(
                invited.get(), user.displayName(), "/users/" + invited.get().id(), after);
    }

    @PostMapping("/users/{id}/invitation")
    @Needs(Right.ADMINISTER_USERS)
    ModelAndView inviteAgain(@PathVariable UUID id, RedirectAttributes after) {
        User user = users.get(id);
        return InvitationPage.show(
                users.inviteAgain(id), user.displayName(), "/users/" + id, after);
    }

    @PostMapping("/users/{id}/session-ends")
    @Needs(Right.SUSPEND_USERS)
    String endSessions(@PathVariable UUID id, RedirectAttributes after) {
        users.endSessions(id);
        after.addFlashAttribute("done", "users.sessions-ended");
        return ActingTransaction.signedIn().may(Right.READ_USERS)
                ? "redirect:/users/" + id
                : "redirect:/";
    }

    @GetMapping("/users/{id}/edit")
    @Needs(Right.ADMINISTER_USERS)
    ModelAndView edit(@PathVariable UUID id) {
        User user = users.get(id);
        return editPage(
                user,
                Form.blank("users")
                        .with("displayName", user.displayName())
                        .with("unit", user.unit())
                        .with("roles", user.roles())
                        .withVersion(user.version()));
    }

    @PostMapping("/users/{id}/edit")
    @Needs(Right.ADMINISTER_USERS)
    ModelAndView change(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        User before = users.get(id);
        Form form = Form.sent("users", typed);
        UserChange change =
                new UserChange(
                        form.text("displayName"),
                        form.id("unit"),
                        form.choices("roles", Role.class));
        return form.attempt(
                        validator,
                        change,
                        "displayName",
                        () -> users.change(id, form.expectedVersion(), change))
                .map(_ -> new ModelAndView("redirect:/users/" + id))
                .orElseGet(() -> editPage(before, form));
    }

    private ModelAndView editPage(User user, Form form) {
        ModelAndView page = page("members/user-edit", form);
        page.addObject("user", user);
        if (form.isChangedMeanwhile()) {
            Map<String, String> stored = new LinkedHashMap<>();
            stored.put("users.displayName", user.displayName());
            stored.put("users.unit", unitName(user.unit()));
            stored.put(
                    "users.roles",
                    user.roles().stream().map(this::named).collect(Collectors.joining(" · ")));
            Pages.conflict(page, form, user.version(), stored);
        }
        return page;
    }

    /// The secretariat's users may coordinate; the database refuses it to others.
    private ModelAndView page(String view, Form form) {
        ModelAndView page = Pages.form(view, form);
        page.addObject("units", names.ownUnits());
        page.addObject("roleOptions", Pages.roles(names.isSecretariat()));
        return page;
    }

    private String named(Role role) {
        return messages.getMessage("role." + role, null, LocaleContextHolder.getLocale());
    }

    private String unitName(@Nullable UUID unit) {
        return unit == null ? "" : names.ofUnits(Stream.of(unit)).getOrDefault(unit, "");
    }
}
