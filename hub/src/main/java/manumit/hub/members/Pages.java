package manumit.hub.members;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import manumit.hub.access.Role;
import manumit.hub.web.Form;
import manumit.hub.web.Option;
import org.springframework.web.servlet.ModelAndView;

/// What the pages of this capability have in common.
final class Pages {

    private Pages() {}

    /// A page with a form: blank or filled in, 200; refused, 400; overtaken by another change, 409.
    static ModelAndView form(String view, Form form) {
        ModelAndView page = new ModelAndView(view);
        page.addObject("form", form);
        if (form.isRefused() || form.isChangedMeanwhile()) {
            page.setStatus(form.status());
        }
        return page;
    }

    /// Shows what is stored now; saving again replaces it.
    ///
    /// @param stored values by the keys of their labels
    static void conflict(ModelAndView page, Form form, long version, Map<String, String> stored) {
        form.withVersion(version);
        page.addObject("stored", stored);
    }

    static List<Option> roles(boolean withCoordinator) {
        return Arrays.stream(Role.values())
                .filter(role -> withCoordinator || role != Role.COORDINATOR)
                .map(role -> Option.keyed(role.name(), "role." + role))
                .toList();
    }
}
