package manumit.hub.members;

import jakarta.validation.Valid;
import java.util.UUID;
import manumit.hub.access.Needs;
import manumit.hub.access.Right;
import manumit.hub.members.Suspensions.ActorSuspension;
import manumit.hub.members.Suspensions.MemberSuspension;
import manumit.hub.members.Suspensions.Suspension;
import manumit.hub.web.Page;
import manumit.hub.web.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Suspensions (R14): of a user or machine by its member, of a member by the coordinator; wholly or
/// for one type of record. In force from the next request on; kept after they are lifted.
@RestController
@RequestMapping(SuspensionsApi.PATH)
class SuspensionsApi {

    static final String PATH = "/api/v1/suspensions";

    private final Suspensions suspensions;

    SuspensionsApi(Suspensions suspensions) {
        this.suspensions = suspensions;
    }

    @GetMapping
    @Needs(Right.READ_SUSPENSIONS)
    Page<Suspension> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return suspensions.list(Page.after(after), Page.limit(limit));
    }

    @PostMapping("/of-actors")
    @Needs(Right.SUSPEND_USERS)
    ResponseEntity<Suspension> suspendActor(@Valid @RequestBody ActorSuspension body) {
        Suspension suspension = suspensions.suspendActor(body);
        return Versions.created(PATH, suspension.id(), suspension);
    }

    @PostMapping("/of-members")
    @Needs(Right.SUSPEND_MEMBERS)
    ResponseEntity<Suspension> suspendMember(@Valid @RequestBody MemberSuspension body) {
        Suspension suspension = suspensions.suspendMember(body);
        return Versions.created(PATH, suspension.id(), suspension);
    }

    @PostMapping("/of-actors/{id}/lifting")
    @Needs(Right.SUSPEND_USERS)
    ResponseEntity<Suspension> liftActor(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        Suspension suspension = suspensions.lift(id, Versions.expected(ifMatch), false);
        return Versions.answer(suspension, suspension.version());
    }

    @PostMapping("/of-members/{id}/lifting")
    @Needs(Right.SUSPEND_MEMBERS)
    ResponseEntity<Suspension> liftMember(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        Suspension suspension = suspensions.lift(id, Versions.expected(ifMatch), true);
        return Versions.answer(suspension, suspension.version());
    }
}
