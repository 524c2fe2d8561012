package manumit.hub.members;

import jakarta.validation.Valid;
import java.util.UUID;
import manumit.hub.access.Needs;
import manumit.hub.access.Right;
import manumit.hub.members.Members.Member;
import manumit.hub.members.Members.MemberChange;
import manumit.hub.members.Members.NewMember;
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

/// Members: seen by all, admitted by the coordinator.
@RestController
@RequestMapping(MembersApi.PATH)
class MembersApi {

    static final String PATH = "/api/v1/members";

    private final Members members;

    MembersApi(Members members) {
        this.members = members;
    }

    @GetMapping
    @Needs(Right.READ_DIRECTORY)
    Page<Member> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return members.list(Page.after(after), Page.limit(limit));
    }

    @GetMapping("/{id}")
    @Needs(Right.READ_DIRECTORY)
    ResponseEntity<Member> get(@PathVariable UUID id) {
        Member member = members.get(id);
        return Versions.answer(member, member.version());
    }

    @PostMapping
    @Needs(Right.ADMINISTER_MEMBERS)
    ResponseEntity<Member> admit(@Valid @RequestBody NewMember body) {
        Member member = members.admit(body);
        return Versions.created(PATH, member.id(), member);
    }

    @PutMapping("/{id}")
    @Needs(Right.ADMINISTER_MEMBERS)
    ResponseEntity<Member> rename(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody MemberChange body) {
        Member member = members.rename(id, Versions.expected(ifMatch), body);
        return Versions.answer(member, member.version());
    }
}
