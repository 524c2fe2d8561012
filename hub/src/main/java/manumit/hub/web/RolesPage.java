package manumit.hub.web;

import java.util.List;
import manumit.hub.access.Needs;
import manumit.hub.access.Right;
import manumit.hub.access.Role;
import manumit.hub.access.RoleTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The table of roles and rights, as enforced.
@Controller
class RolesPage {

    @Configuration(proxyBeanMethods = false)
    static class Where {
        @Bean
        Place rolesPlace() {
            return new Place("roles", "/roles", "table", Right.READ_ROLES, 90);
        }
    }

    /// One right, and which roles have it, in the order of {@link Role}.
    public record Line(Right right, List<Boolean> marks) {}

    @GetMapping("/roles")
    @Needs(Right.READ_ROLES)
    String roles(Model model) {
        List<Role> roles = List.of(Role.values());
        model.addAttribute("allRoles", roles);
        model.addAttribute(
                "lines",
                List.of(Right.values()).stream()
                        .map(right ->
                                new Line(
                                        right,
                                        roles.stream()
                                                .map(role -> RoleTable.allows(role, right))
                                                .toList()))
                        .toList());
        return "web/roles";
    }
}
