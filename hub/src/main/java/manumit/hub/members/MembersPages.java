package manumit.hub.members;

import jakarta.validation.Validator;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import manumit.hub.access.Journaled;
import manumit.hub.access.Needs;
import manumit.hub.access.NotJournaled;
import manumit.hub.access.Right;
import manumit.hub.database.ActingTransaction;
import manumit.hub.members.Members.Member;
import manumit.hub.members.Members.MemberChange;
import manumit.hub.members.Members.NewMember;
import manumit.hub.members.Users.FirstUser;
import manumit.hub.members.Users.Invitation;
import manumit.hub.web.Form;
import manumit.hub.web.Option;
import manumit.hub.web.Page;
import manumit.journal.ActKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Members as pages: list, one, admit, rename, name the first administrator.
@Controller
class MembersPages {

    private final Members members;
    private final Users users;
    private final Suspensions suspensions;
    private final Validator validator;

    MembersPages(Members members, Users users, Suspensions suspensions, Validator validator) {
        this.members = members;
        this.users = users;
        this.suspensions = suspensions;
        this.validator = validator;
    }

    @GetMapping("/members")
    @Journaled(kind = ActKind.SEARCH)
    @Needs(Right.READ_DIRECTORY)
    String list(@RequestParam(required = false) @Nullable String after, Model model) {
        model.addAttribute("members", members.list(Page.after(after), Page.DEFAULT_ITEMS));
        return "members/members";
    }

    @GetMapping("/members/{id}")
    @Journaled(kind = ActKind.READ, action = "members.get")
    @Needs(Right.READ_DIRECTORY)
    String one(@PathVariable UUID id, Model model) {
        model.addAttribute("member", members.get(id));
        boolean mayRead = ActingTransaction.signedIn().may(Right.READ_SUSPENSIONS);
        model.addAttribute(
                "suspensions", mayRead ? suspensions.inForceOf(id) : java.util.List.of());
        model.addAttribute("own", ActingTransaction.signedIn().member());
        return "members/member";
    }

    @GetMapping("/members/add")
    @NotJournaled("an empty form")
    @Needs(Right.ADMINISTER_MEMBERS)
    ModelAndView add() {
        return addPage(Form.blank("members").with("kind", MemberKind.COUNTRY));
    }

    @PostMapping("/members/add")
    @Needs(Right.ADMINISTER_MEMBERS)
    ModelAndView admit(@RequestParam MultiValueMap<String, String> typed) {
        Form form = Form.sent("members", typed);
        NewMember member =
                new NewMember(
                        form.text("code").toUpperCase(java.util.Locale.ROOT),
                        form.mustChoose("kind", MemberKind.class),
                        form.text("name"));
        return form.attempt(validator, member, "code", () -> members.admit(member))
                .map(made -> new ModelAndView("redirect:/members/" + made.id()))
                .orElseGet(() -> addPage(form));
    }

    @GetMapping("/members/{id}/edit")
    @Needs(Right.ADMINISTER_MEMBERS)
    ModelAndView edit(@PathVariable UUID id) {
        Member member = members.get(id);
        return editPage(
                member,
                Form.blank("members").with("name", member.name()).withVersion(member.version()));
    }

    @PostMapping("/members/{id}/edit")
    @Needs(Right.ADMINISTER_MEMBERS)
    ModelAndView rename(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        Member before = members.get(id);
        Form form = Form.sent("members", typed);
        MemberChange change = new MemberChange(form.text("name"));
        return form.attempt(
                        validator,
                        change,
                        "name",
                        () -> members.rename(id, form.expectedVersion(), change))
                .map(_ -> new ModelAndView("redirect:/members/" + id))
                .orElseGet(() -> editPage(before, form));
    }

    @GetMapping("/members/{id}/first-administrator")
    @Needs(Right.ADMINISTER_MEMBERS)
    ModelAndView first(@PathVariable UUID id) {
        return firstPage(members.get(id), Form.blank("users"));
    }

    @PostMapping("/members/{id}/first-administrator")
    @Journaled(kind = ActKind.CHANGE, action = "users.invite-first")
    @Needs(Right.ADMINISTER_MEMBERS)
    ModelAndView inviteFirst(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes after) {
        Member member = members.get(id);
        Form form = Form.sent("users", typed);
        FirstUser user = new FirstUser(id, form.text("signInName"), form.text("displayName"));
        Optional<Invitation> invited =
                form.attempt(validator, user, "signInName", () -> users.inviteFirst(user));
        if (invited.isEmpty()) {
            return firstPage(member, form);
        }
        return InvitationPage.show(invited.get(), user.displayName(), "/members/" + id, after);
    }

    private static ModelAndView addPage(Form form) {
        ModelAndView page = Pages.form("members/member-add", form);
        page.addObject(
                "kinds",
                Arrays.stream(MemberKind.values())
                        .map(kind -> Option.keyed(kind.name(), "member.kind." + kind))
                        .toList());
        return page;
    }

    private ModelAndView editPage(Member member, Form form) {
        ModelAndView page = Pages.form("members/member-edit", form);
        page.addObject("member", member);
        if (form.isChangedMeanwhile()) {
            Pages.conflict(page, form, member.version(), Map.of("members.name", member.name()));
        }
        return page;
    }

    private static ModelAndView firstPage(Member member, Form form) {
        ModelAndView page = Pages.form("members/first-administrator", form);
        page.addObject("member", member);
        return page;
    }
}
