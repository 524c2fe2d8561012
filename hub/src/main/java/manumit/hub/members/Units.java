package manumit.hub.members;

import jakarta.validation.constraints.NotNull;
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

/// Units of members, such as an operational coordination unit: seen by all, kept by their own.
@Service
class Units {

    private static final String SELECT = "SELECT id, member, name, version FROM manumit.units ";

    private final ActingTransaction transactions;

    Units(ActingTransaction transactions) {
        this.transactions = transactions;
    }

    record Unit(UUID id, UUID member, String name, long version) implements JournaledRecord {

        static Unit read(ResultSet row, int index) throws SQLException {
            return new Unit(
                    row.getObject("id", UUID.class),
                    row.getObject("member", UUID.class),
                    row.getString("name"),
                    row.getLong("version"));
        }
    }

    /// A unit to make, or what it becomes.
    record UnitDraft(@NotNull @Size(min = 1, max = 200) String name) {}

    /// Those after an identifier, in the order of identifiers.
    Page<Unit> list(UUID after, int limit) {
        return transactions.asSignedIn(sql ->
                Page.of(
                        sql.sql(SELECT + "WHERE id > :after ORDER BY id LIMIT :limit")
                                .param("after", after)
                                .param("limit", limit + 1)
                                .query(Unit::read)
                                .list(),
                        limit,
                        Unit::id));
    }

    /// @throws ProblemException if there is none
    Unit get(UUID id) {
        return transactions.asSignedIn(sql -> find(sql, id)).orElseThrow(Versions::notFound);
    }

    /// One of the own member.
    ///
    /// @throws ProblemException if there is none
    Unit getOwn(UUID id) {
        UUID member = ActingTransaction.signedIn().member();
        return transactions
                .asSignedIn(sql -> find(sql, id).filter(own -> own.member().equals(member)))
                .orElseThrow(Versions::notFound);
    }

    Unit make(UnitDraft body) {
        UUID member = ActingTransaction.signedIn().member();
        Unit unit =
                transactions.asSignedIn(sql ->
                        sql.sql(
                                        """
                                        INSERT INTO manumit.units (member, name)
                                        VALUES (:member, :name)
                                        RETURNING id, member, name, version
                                        """)
                                .param("member", member)
                                .param("name", body.name())
                                .query(Unit::read)
                                .single());
        return unit;
    }

    /// Another member's unit is answered as if there were none to change.
    Unit change(UUID id, long expected, UnitDraft body) {
        UUID member = ActingTransaction.signedIn().member();
        Unit unit =
                transactions.asSignedIn(sql -> {
                    int rows =
                            sql.sql(
                                            """
                                            UPDATE manumit.units
                                            SET name = :name, version = version + 1
                                            WHERE id = :id AND version = :expected
                                            """)
                                    .param("name", body.name())
                                    .param("id", id)
                                    .param("expected", expected)
                                    .update();
                    Optional<Unit> now = find(sql, id).filter(own -> own.member().equals(member));
                    Versions.updated(rows, now.isPresent());
                    return now.orElseThrow();
                });
        return unit;
    }

    private static Optional<Unit> find(JdbcClient sql, UUID id) {
        return sql.sql(SELECT + "WHERE id = :id").param("id", id).query(Unit::read).optional();
    }
}
