package manumit.hub.members;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Validator;
import java.util.Optional;
import java.util.UUID;
import manumit.hub.access.Journaled;
import manumit.hub.access.Needs;
import manumit.hub.access.NotJournaled;
import manumit.hub.access.Right;
import manumit.hub.access.Role;
import manumit.hub.members.MachinesApi.NewMachine;
import manumit.hub.signin.Machines;
import manumit.hub.signin.Machines.Machine;
import manumit.hub.web.Form;
import manumit.hub.web.Page;
import manumit.journal.ActKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Machines of the own member as pages: list, add, the secret shown once.
@Controller
class MachinesPages {

    private final Machines machines;
    private final Suspensions suspensions;
    private final Validator validator;

    MachinesPages(Machines machines, Suspensions suspensions, Validator validator) {
        this.machines = machines;
        this.suspensions = suspensions;
        this.validator = validator;
    }

    @GetMapping("/machines")
    @Journaled(kind = ActKind.SEARCH)
    @Needs(Right.READ_USERS)
    String list(@RequestParam(required = false) @Nullable String after, Model model) {
        UUID start = Page.after(after);
        Page<Machine> found =
                Page.of(
                        machines.list(start, Page.DEFAULT_ITEMS + 1),
                        Page.DEFAULT_ITEMS,
                        Machine::id);
        model.addAttribute("machines", found);
        model.addAttribute(
                "suspended",
                suspensions.suspendedOf(found.items().stream().map(Machine::id).toList()));
        return "members/machines";
    }

    @GetMapping("/machines/add")
    @NotJournaled("an empty form")
    @Needs(Right.ADMINISTER_USERS)
    ModelAndView add() {
        return page(Form.blank("machines"));
    }

    @PostMapping("/machines/add")
    @Needs(Right.ADMINISTER_USERS)
    ModelAndView make(@RequestParam MultiValueMap<String, String> typed, RedirectAttributes after) {
        Form form = Form.sent("machines", typed);
        NewMachine machine = new NewMachine(form.text("name"), form.choices("roles", Role.class));
        Optional<Machines.Registered> made =
                form.attempt(validator, machine, "name", () -> machine.registerWith(machines));
        if (made.isEmpty()) {
            return page(form);
        }
        after.addFlashAttribute("name", machine.name());
        after.addFlashAttribute("clientId", made.get().id());
        after.addFlashAttribute("clientSecret", made.get().clientSecret());
        return new ModelAndView("redirect:/machines/secret");
    }

    /// A reload has nothing to show.
    @GetMapping("/machines/secret")
    @NotJournaled("repeats the answer of the act before it, once")
    @Needs(Right.ADMINISTER_USERS)
    String secret(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        return "members/machine-secret";
    }

    private static ModelAndView page(Form form) {
        ModelAndView page = Pages.form("members/machine-add", form);
        page.addObject("roleOptions", Pages.roles(false));
        return page;
    }
}
