package manumit.hub.members;

import jakarta.validation.Valid;
import java.util.UUID;
import manumit.hub.access.Needs;
import manumit.hub.access.Right;
import manumit.hub.members.Users.FirstUser;
import manumit.hub.members.Users.Invitation;
import manumit.hub.members.Users.NewUser;
import manumit.hub.members.Users.User;
import manumit.hub.members.Users.UserChange;
import manumit.hub.web.Page;
import manumit.hub.web.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Users of the own member, and the first administrator of a new one.
@RestController
@RequestMapping(UsersApi.PATH)
class UsersApi {

    static final String PATH = "/api/v1/users";

    private final Users users;

    UsersApi(Users users) {
        this.users = users;
    }

    @GetMapping
    @Needs(Right.READ_USERS)
    Page<User> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return users.list(Page.after(after), Page.limit(limit));
    }

    @GetMapping("/{id}")
    @Needs(Right.READ_USERS)
    ResponseEntity<User> get(@PathVariable UUID id) {
        User user = users.get(id);
        return Versions.answer(user, user.version());
    }

    @PostMapping
    @Needs(Right.ADMINISTER_USERS)
    ResponseEntity<Invitation> invite(@Valid @RequestBody NewUser body) {
        Invitation invitation = users.invite(body);
        return Versions.created(PATH, invitation.id(), invitation);
    }

    @PostMapping("/first-administrators")
    @Needs(Right.ADMINISTER_MEMBERS)
    ResponseEntity<Invitation> inviteFirst(@Valid @RequestBody FirstUser body) {
        Invitation invitation = users.inviteFirst(body);
        return Versions.created(PATH, invitation.id(), invitation);
    }

    /// Forgotten password, lost device: everything of before is void, sessions too.
    @PostMapping("/{id}/invitations")
    @Needs(Right.ADMINISTER_USERS)
    ResponseEntity<Invitation> inviteAgain(@PathVariable UUID id) {
        Invitation invitation = users.inviteAgain(id);
        return Versions.created(PATH, invitation.id(), invitation);
    }

    /// Ends all sessions of the user at once.
    @PostMapping("/{id}/session-ends")
    @Needs(Right.SUSPEND_USERS)
    ResponseEntity<Void> endSessions(@PathVariable UUID id) {
        users.endSessions(id);
        return ResponseEntity.noContent().build();
    }

    @PutMapping("/{id}")
    @Needs(Right.ADMINISTER_USERS)
    ResponseEntity<User> change(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody UserChange body) {
        User user = users.change(id, Versions.expected(ifMatch), body);
        return Versions.answer(user, user.version());
    }
}
