package manumit.hub.members;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import manumit.hub.access.Needs;
import manumit.hub.access.Right;
import manumit.hub.database.ActingTransaction;
import manumit.hub.journal.JournaledRecord;
import manumit.hub.web.Page;
import manumit.hub.web.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
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
    private static final String SELECT =
            "SELECT id, code, kind, name, version FROM manumit.members ";

    private final ActingTransaction transactions;

    MembersApi(ActingTransaction transactions) {
        this.transactions = transactions;
    }

    /// @param code see {@link MemberCode}
    record Member(UUID id, String code, MemberKind kind, String name, long version)
            implements JournaledRecord {

        static Member read(ResultSet row, int index) throws SQLException {
            return new Member(
                    row.getObject("id", UUID.class),
                    row.getString("code"),
                    MemberKind.valueOf(row.getString("kind")),
                    row.getString("name"),
                    row.getLong("version"));
        }
    }

    /// A member to admit.
    record NewMember(
            @NotNull @Pattern(regexp = "[A-Z]{3}") String code,
            @NotNull MemberKind kind,
            @NotNull @Size(min = 1, max = 200) String name) {}

    /// What can change.
    record MemberChange(@NotNull @Size(min = 1, max = 200) String name) {}

    @GetMapping
    @Needs(Right.READ_DIRECTORY)
    Page<Member> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        UUID start = Page.after(after);
        int items = Page.limit(limit);
        return transactions.asSignedIn(sql ->
                Page.of(
                        sql.sql(SELECT + "WHERE id > :after ORDER BY id LIMIT :limit")
                                .param("after", start)
                                .param("limit", items + 1)
                                .query(Member::read)
                                .list(),
                        items,
                        Member::id));
    }

    @GetMapping("/{id}")
    @Needs(Right.READ_DIRECTORY)
    ResponseEntity<Member> get(@PathVariable UUID id) {
        Member member =
                transactions.asSignedIn(sql -> find(sql, id)).orElseThrow(Versions::notFound);
        return Versions.answer(member, member.version());
    }

    @PostMapping
    @Needs(Right.ADMINISTER_MEMBERS)
    ResponseEntity<Member> admit(@Valid @RequestBody NewMember body) {
        MemberCode.check(body.kind(), body.code());
        Member member =
                transactions.asSignedIn(sql ->
                        sql.sql(
                                        """
                                        INSERT INTO manumit.members (code, kind, name)
                                        VALUES (:code, :kind, :name)
                                        RETURNING id, code, kind, name, version
                                        """)
                                .param("code", body.code())
                                .param("kind", body.kind().name())
                                .param("name", body.name())
                                .query(Member::read)
                                .single());
        return Versions.created(PATH, member.id(), member);
    }

    @PutMapping("/{id}")
    @Needs(Right.ADMINISTER_MEMBERS)
    ResponseEntity<Member> rename(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody MemberChange body) {
        long expected = Versions.expected(ifMatch);
        Member member =
                transactions.asSignedIn(sql -> {
                    int rows =
                            sql.sql(
                                            """
                                            UPDATE manumit.members
                                            SET name = :name, version = version + 1
                                            WHERE id = :id AND version = :expected
                                            """)
                                    .param("name", body.name())
                                    .param("id", id)
                                    .param("expected", expected)
                                    .update();
                    Optional<Member> now = find(sql, id);
                    Versions.updated(rows, now.isPresent());
                    return now.orElseThrow();
                });
        return Versions.answer(member, member.version());
    }

    private static Optional<Member> find(JdbcClient sql, UUID id) {
        return sql.sql(SELECT + "WHERE id = :id").param("id", id).query(Member::read).optional();
    }
}
