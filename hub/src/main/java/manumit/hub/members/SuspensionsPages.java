package manumit.hub.members;

import jakarta.validation.Validator;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import manumit.hub.access.Journaled;
import manumit.hub.access.Needs;
import manumit.hub.access.RecordType;
import manumit.hub.access.Right;
import manumit.hub.members.Suspensions.ActorSuspension;
import manumit.hub.members.Suspensions.MemberSuspension;
import manumit.hub.members.Suspensions.Suspension;
import manumit.hub.web.Form;
import manumit.hub.web.Option;
import manumit.hub.web.Page;
import manumit.hub.web.Versions;
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

/// Suspensions as pages: list, impose on a user, a machine or a member, lift.
@Controller
class SuspensionsPages {

    private final Suspensions suspensions;
    private final Names names;
    private final Validator validator;

    SuspensionsPages(Suspensions suspensions, Names names, Validator validator) {
        this.suspensions = suspensions;
        this.names = names;
        this.validator = validator;
    }

    /// @param whom name of who is suspended; empty if the actor may not know it
    /// @param since UTC
    public record Line(
            Suspension suspension, String whom, boolean ofMember, java.time.OffsetDateTime since) {}

    @GetMapping("/suspensions")
    @Journaled(kind = ActKind.SEARCH)
    @Needs(Right.READ_SUSPENSIONS)
    String list(@RequestParam(required = false) @Nullable String after, Model model) {
        Page<Suspension> found = suspensions.list(Page.after(after), Page.DEFAULT_ITEMS);
        Map<UUID, String> actors =
                names.ofActors(
                        found.items().stream()
                                .flatMap(s ->
                                        Stream.of(s.user(), s.machine()).filter(Objects::nonNull)));
        Map<UUID, String> members = names.ofMembers(found.items().stream().map(Suspension::member));
        model.addAttribute(
                "lines",
                found.map(suspension -> {
                    UUID actor =
                            suspension.user() != null ? suspension.user() : suspension.machine();
                    return new Line(
                            suspension,
                            actor == null
                                    ? members.getOrDefault(suspension.member(), "")
                                    : actors.getOrDefault(actor, ""),
                            actor == null,
                            suspension.imposedAt().atOffset(ZoneOffset.UTC));
                }));
        return "members/suspensions";
    }

    @GetMapping("/suspensions/actors/add")
    @Needs(Right.SUSPEND_USERS)
    ModelAndView actor(@RequestParam MultiValueMap<String, String> chosen) {
        return actorPage(Form.sent("suspensions", chosen));
    }

    @PostMapping("/suspensions/actors/add")
    @Needs(Right.SUSPEND_USERS)
    ModelAndView suspendActor(@RequestParam MultiValueMap<String, String> typed) {
        Form form = Form.sent("suspensions", typed);
        ActorSuspension body =
                new ActorSuspension(
                        form.id("user"),
                        form.id("machine"),
                        form.choice("recordType", RecordType.class),
                        form.text("reason"));
        return form.attempt(validator, body, "reason", () -> suspensions.suspendActor(body))
                .map(made ->
                        new ModelAndView(
                                made.user() != null
                                        ? "redirect:/users/" + made.user()
                                        : "redirect:/machines"))
                .orElseGet(() -> actorPage(form));
    }

    @GetMapping("/suspensions/members/add")
    @Needs(Right.SUSPEND_MEMBERS)
    ModelAndView member(@RequestParam MultiValueMap<String, String> chosen) {
        return memberPage(Form.sent("suspensions", chosen));
    }

    @PostMapping("/suspensions/members/add")
    @Needs(Right.SUSPEND_MEMBERS)
    ModelAndView suspendMember(@RequestParam MultiValueMap<String, String> typed) {
        Form form = Form.sent("suspensions", typed);
        UUID member = form.id("member");
        if (member == null) {
            return memberPage(form);
        }
        MemberSuspension body =
                new MemberSuspension(
                        member, form.choice("recordType", RecordType.class), form.text("reason"));
        return form.attempt(validator, body, "reason", () -> suspensions.suspendMember(body))
                .map(made -> new ModelAndView("redirect:/members/" + made.member()))
                .orElseGet(() -> memberPage(form));
    }

    @PostMapping("/suspensions/actors/{id}/lifting")
    @Needs(Right.SUSPEND_USERS)
    String liftActor(@PathVariable UUID id, @RequestParam(defaultValue = "0") long version) {
        Suspension lifted = suspensions.lift(id, version, false);
        return lifted.user() != null ? "redirect:/users/" + lifted.user() : "redirect:/machines";
    }

    @PostMapping("/suspensions/members/{id}/lifting")
    @Needs(Right.SUSPEND_MEMBERS)
    String liftMember(@PathVariable UUID id, @RequestParam(defaultValue = "0") long version) {
        return "redirect:/members/" + suspensions.lift(id, version, true).member();
    }

    private ModelAndView actorPage(Form form) {
        UUID user = form.id("user");
        UUID actor = user != null ? user : form.id("machine");
        String name = actor == null ? null : names.ofActors(Stream.of(actor)).get(actor);
        return page(form, "/suspensions/actors/add", name);
    }

    private ModelAndView memberPage(Form form) {
        UUID member = form.id("member");
        String name = member == null ? null : names.ofMembers(Stream.of(member)).get(member);
        return page(form, "/suspensions/members/add", name);
    }

    private static ModelAndView page(Form form, String path, @Nullable String name) {
        if (name == null) {
            throw Versions.notFound();
        }
        ModelAndView page = Pages.form("members/suspend", form);
        page.addObject("path", path);
        page.addObject("name", name);
        page.addObject(
                "types",
                Arrays.stream(RecordType.values())
                        .map(type -> Option.keyed(type.name(), "record.type." + type))
                        .toList());
        return page;
    }
}
