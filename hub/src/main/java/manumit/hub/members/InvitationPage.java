package manumit.hub.members;

import jakarta.servlet.http.HttpServletResponse;
import manumit.hub.access.NotJournaled;
import manumit.hub.access.Open;
import manumit.hub.members.Users.Invitation;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// A link to enrol on, shown once: a reload has nothing to show.
@Controller
class InvitationPage {

    /// @param back where the page leads afterwards
    static ModelAndView show(
            Invitation invitation, String name, String back, RedirectAttributes after) {
        after.addFlashAttribute(
                "link",
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path(invitation.enrolmentPath())
                        .toUriString());
        after.addFlashAttribute("name", name);
        after.addFlashAttribute("back", back);
        return new ModelAndView("redirect:/invitations/shown");
    }

    @GetMapping("/invitations/shown")
    @NotJournaled("repeats the answer of the act before it, once")
    @Open(Open.Whom.SIGNED_IN)
    String shown(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        return "members/invitation";
    }
}
