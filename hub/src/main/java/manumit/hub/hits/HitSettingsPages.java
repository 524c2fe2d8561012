package manumit.hub.hits;

import jakarta.validation.Validator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import manumit.hub.access.Journaled;
import manumit.hub.access.Needs;
import manumit.hub.access.Right;
import manumit.hub.web.Form;
import manumit.hub.web.Frame;
import manumit.hub.web.Option;
import manumit.journal.ActKind;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// How the own member works its hits, and what could not be told to it.
@Controller
class HitSettingsPages {

    private final HitSettings settings;
    private final Validator validator;

    HitSettingsPages(HitSettings settings, Validator validator) {
        this.settings = settings;
        this.validator = validator;
    }

    @GetMapping("/hit-settings")
    @Needs(Right.ADMINISTER_NOTICES)
    @Journaled(kind = ActKind.READ)
    String show(Model model) {
        HitSettings.Stored stored = settings.get();
        model.addAttribute("settings", stored);
        model.addAttribute(
                "form",
                Form.blank("hitSettings")
                        .with("fourEyes", stored.fourEyes())
                        .with("address", stored.address())
                        .with("mail", stored.mail())
                        .with("mailLanguage", stored.mailLanguage())
                        .withVersion(stored.version()));
        model.addAttribute("languages", languages());
        return "hits/settings";
    }

    private static List<Option> languages() {
        return Frame.LANGUAGES.stream()
                .map(Locale::forLanguageTag)
                .map(one -> Option.named(one.getLanguage(), one.getDisplayLanguage(one)))
                .toList();
    }

    @PostMapping("/hit-settings")
    @Needs(Right.ADMINISTER_NOTICES)
    ModelAndView change(@RequestParam MultiValueMap<String, String> typed) {
        Form form = Form.sent("hitSettings", typed);
        HitSettings.Draft draft =
                new HitSettings.Draft(
                        form.has("fourEyes", "true"),
                        form.text("address"),
                        form.text("secret"),
                        form.text("mail"),
                        form.text("mailLanguage").isEmpty()
                                ? Frame.LANGUAGES.getFirst()
                                : form.text("mailLanguage"));
        if (form.attempt(
                        validator,
                        draft,
                        "address",
                        () -> settings.change(form.expectedVersion(), draft))
                .isPresent()) {
            return new ModelAndView("redirect:/hit-settings");
        }
        HitSettings.Stored stored = settings.get();
        ModelAndView page = new ModelAndView("hits/settings");
        page.addObject("form", form);
        page.addObject("settings", stored);
        page.addObject("languages", languages());
        page.setStatus(form.status());
        if (form.isChangedMeanwhile()) {
            form.withVersion(stored.version());
            page.addObject("stored", Map.of("hitSettings.address", stored.address()));
        }
        return page;
    }

    @PostMapping("/hit-settings/undelivered")
    @Needs(Right.ADMINISTER_NOTICES)
    String sendAgain() {
        settings.sendAgain();
        return "redirect:/hit-settings";
    }
}
