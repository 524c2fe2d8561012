package manumit.hub.members;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import manumit.hub.database.ActingTransaction;
import manumit.hub.journal.JournaledRecord;
import manumit.hub.web.Page;
import manumit.hub.web.Versions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Members: seen by all, admitted by the coordinator.
@Service
class Members {

    private static final String SELECT =
            "SELECT id, code, kind, name, version FROM manumit.members ";

    private final ActingTransaction transactions;

    Members(ActingTransaction transactions) {
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

    /// Those after an identifier, in the order of identifiers.
    Page<Member> list(UUID after, int limit) {
        return transactions.asSignedIn(sql ->
                Page.of(
                        sql.sql(SELECT + "WHERE id > :after ORDER BY id LIMIT :limit")
                                .param("after", after)
                                .param("limit", limit + 1)
                                .query(Member::read)
                                .list(),
                        limit,
                        Member::id));
    }

    /// @throws ProblemException if there is none
    Member get(UUID id) {
        return transactions.asSignedIn(sql -> find(sql, id)).orElseThrow(Versions::notFound);
    }

    Member admit(NewMember body) {
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
        return member;
    }

    Member rename(UUID id, long expected, MemberChange body) {
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
        return member;
    }

    private static Optional<Member> find(JdbcClient sql, UUID id) {
        return sql.sql(SELECT + "WHERE id = :id").param("id", id).query(Member::read).optional();
    }
}
