package manumit.hub.members;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;
import manumit.hub.access.Needs;
import manumit.hub.access.Right;
import manumit.hub.access.Role;
import manumit.hub.signin.Machines;
import manumit.hub.web.Page;
import manumit.hub.web.ProblemException;
import manumit.hub.web.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Machines of the own member, such as a border system that sends checks.
@RestController
@RequestMapping(MachinesApi.PATH)
class MachinesApi {

    static final String PATH = "/api/v1/machines";

    private final Machines machines;

    MachinesApi(Machines machines) {
        this.machines = machines;
    }

    /// A machine to make. It cannot coordinate.
    record NewMachine(
            @NotNull @Size(min = 1, max = 200) String name, @NotEmpty Set<@NotNull Role> roles) {

        /// @throws ProblemException if it would coordinate
        Machines.Registered registerWith(Machines machines) {
            if (roles.contains(Role.COORDINATOR)) {
                throw new ProblemException(
                        ProblemException.Code.INVALID_FIELD, "roles: a machine cannot coordinate");
            }
            return machines.register(name, roles);
        }
    }

    @GetMapping
    @Needs(Right.READ_USERS)
    Page<Machines.Machine> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        UUID start = Page.after(after);
        int items = Page.limit(limit);
        return Page.of(machines.list(start, items + 1), items, Machines.Machine::id);
    }

    @PostMapping
    @Needs(Right.ADMINISTER_USERS)
    ResponseEntity<Machines.Registered> make(@Valid @RequestBody NewMachine body) {
        Machines.Registered made = body.registerWith(machines);
        return Versions.created(PATH, made.id(), made);
    }
}
