package manumit.hub.ownership;

import java.util.Set;
import java.util.UUID;
import manumit.hub.access.Acting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The common parts of owned records, for capabilities to build on: each makes its own row with the
/// same identifier in the same transaction. All calls are within a {@link
/// manumit.hub.database.ActingTransaction}; row-level security decides.
@Component
public class OwnedRecords {

    /// @return identifier of the record
    public UUID create(JdbcClient sql, Acting acting, NewOwnedRecord record) {
        int audience = audience(sql, record.restriction());
        UUID id = UUID.randomUUID();
        sql.sql(
                        """
                        INSERT INTO manumit.owned_records
                            (id, record_type, owner, owner_reference, purpose, legal_basis,
                             handling_code, source_evaluation, information_evaluation, audience,
                             created_by)
                        VALUES (:id, :type, :owner, :reference, :purpose, :basis, :handling,
                                :source, :information, :audience, :by)
                        """)
                .param("id", id)
                .param("type", record.type().name())
                .param("owner", acting.member())
                .param("reference", record.ownerReference())
                .param("purpose", record.purpose())
                .param("basis", record.legalBasis())
                .param("handling", record.handlingCode().name())
                .param("source", record.evaluation().source().name())
                .param("information", record.evaluation().information())
                .param("audience", audience)
                .param("by", acting.id())
                .update();
        return id;
    }

    /// Changes who sees a record; at once, for all reads that begin afterwards.
    ///
    /// @return whether it was there and the acting member's
    public boolean restrict(JdbcClient sql, UUID id, Restriction restriction) {
        int audience = audience(sql, restriction);
        return sql.sql(
                                """
                                UPDATE manumit.owned_records
                                SET audience = :audience, version = version + 1, changed_at = now()
                                WHERE id = :id
                                """)
                        .param("audience", audience)
                        .param("id", id)
                        .update()
                == 1;
    }

    /// @return whether it was there and the acting member's
    public boolean delete(JdbcClient sql, UUID id) {
        return sql.sql("DELETE FROM manumit.owned_records WHERE id = :id").param("id", id).update()
                == 1;
    }

    private static int audience(JdbcClient sql, Restriction restriction) {
        return switch (restriction) {
            case Restriction.None() -> audience(sql, "NONE", Set.of());
            case Restriction.Deny(Set<UUID> members) -> audience(sql, "DENY", members);
            case Restriction.Allow(Set<UUID> members) -> audience(sql, "ALLOW", members);
        };
    }

    private static int audience(JdbcClient sql, String restriction, Set<UUID> members) {
        return sql.sql("SELECT manumit.audience_of(:restriction, :members)")
                .param("restriction", restriction)
                .param("members", members.toArray(UUID[]::new))
                .query(Integer.class)
                .single();
    }
}
