package manumit.hub.members;

import jakarta.validation.Validator;
import java.util.Map;
import java.util.UUID;
import manumit.hub.access.Journaled;
import manumit.hub.access.Needs;
import manumit.hub.access.NotJournaled;
import manumit.hub.access.Right;
import manumit.hub.database.ActingTransaction;
import manumit.hub.members.Units.Unit;
import manumit.hub.members.Units.UnitDraft;
import manumit.hub.web.Form;
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

/// Units as pages: list, add, edit.
@Controller
class UnitsPages {

    private final Units units;
    private final Names names;
    private final Validator validator;

    UnitsPages(Units units, Names names, Validator validator) {
        this.units = units;
        this.names = names;
        this.validator = validator;
    }

    @GetMapping("/units")
    @Journaled(kind = ActKind.SEARCH)
    @Needs(Right.READ_DIRECTORY)
    String list(@RequestParam(required = false) @Nullable String after, Model model) {
        Page<Unit> found = units.list(Page.after(after), Page.DEFAULT_ITEMS);
        model.addAttribute("units", found);
        model.addAttribute(
                "memberNames", names.ofMembers(found.items().stream().map(Unit::member)));
        model.addAttribute("own", ActingTransaction.signedIn().member());
        return "members/units";
    }

    @GetMapping("/units/add")
    @NotJournaled("an empty form")
    @Needs(Right.ADMINISTER_POSTS)
    ModelAndView add() {
        return Pages.form("members/unit", Form.blank("units"));
    }

    @PostMapping("/units/add")
    @Needs(Right.ADMINISTER_POSTS)
    ModelAndView make(@RequestParam MultiValueMap<String, String> typed) {
        Form form = Form.sent("units", typed);
        UnitDraft draft = new UnitDraft(form.text("name"));
        return form.attempt(validator, draft, "name", () -> units.make(draft))
                .map(_ -> new ModelAndView("redirect:/units"))
                .orElseGet(() -> Pages.form("members/unit", form));
    }

    @GetMapping("/units/{id}/edit")
    @Needs(Right.ADMINISTER_POSTS)
    ModelAndView edit(@PathVariable UUID id) {
        Unit unit = units.getOwn(id);
        return Pages.form(
                "members/unit",
                Form.blank("units").with("name", unit.name()).withVersion(unit.version()));
    }

    @PostMapping("/units/{id}/edit")
    @Needs(Right.ADMINISTER_POSTS)
    ModelAndView change(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        Form form = Form.sent("units", typed);
        UnitDraft draft = new UnitDraft(form.text("name"));
        Unit before = units.getOwn(id);
        return form.attempt(
                        validator,
                        draft,
                        "name",
                        () -> units.change(id, form.expectedVersion(), draft))
                .map(_ -> new ModelAndView("redirect:/units"))
                .orElseGet(() -> again(before, form));
    }

    private static ModelAndView again(Unit unit, Form form) {
        ModelAndView page = Pages.form("members/unit", form);
        if (form.isChangedMeanwhile()) {
            Pages.conflict(page, form, unit.version(), Map.of("units.name", unit.name()));
        }
        return page;
    }
}
