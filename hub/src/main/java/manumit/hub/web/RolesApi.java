package manumit.hub.web;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import manumit.hub.access.Needs;
import manumit.hub.access.Right;
import manumit.hub.access.Role;
import manumit.hub.access.RoleTable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The table of roles and rights, as enforced.
@RestController
class RolesApi {

    @GetMapping("/api/v1/roles")
    @Needs(Right.READ_ROLES)
    Map<Role, Set<Right>> roles() {
        Map<Role, Set<Right>> table = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            table.put(role, new TreeSet<>(RoleTable.rightsOf(role)));
        }
        return table;
    }
}
