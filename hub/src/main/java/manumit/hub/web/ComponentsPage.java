package manumit.hub.web;

import java.util.List;
import manumit.hub.access.NotJournaled;
import manumit.hub.access.Open;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// All parts that pages are made of, with invented content, for those who build pages.
@Controller
class ComponentsPage {

    @GetMapping("/components")
    @NotJournaled("samples of the design")
    @Open(Open.Whom.SIGNED_IN)
    String components(Model model) {
        Form form = Form.blank("components").with("name", "Bridge 4");
        form.wrong("place");
        model.addAttribute("states", State.values());
        model.addAttribute("form", form);
        model.addAttribute(
                "options",
                List.of(Option.named("1", "Northern pass"), Option.named("2", "Southern pass")));
        model.addAttribute("rows", new Page<>(List.of("A", "B"), "next"));
        return "web/components";
    }
}
