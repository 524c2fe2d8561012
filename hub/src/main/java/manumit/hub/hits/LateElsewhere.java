package manumit.hub.hits;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import manumit.hub.database.ActingTransaction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Hits that are late by more than half an hour, for the general secretariat: it calls the member.
/// It sees which member is late and since when; what the hit is about only if it may see the alert.
@Service
class LateElsewhere {

    private static final int MOST = 200;

    private final ActingTransaction transactions;

    LateElsewhere(ActingTransaction transactions) {
        this.transactions = transactions;
    }

    /// @param memberName of the member that is late
    /// @param ownerReference of the alert; null if the secretariat may not see it
    record Line(
            String memberCode, String memberName, Instant dueAt, @Nullable String ownerReference) {

        /// For templates.
        public OffsetDateTime due() {
            return dueAt.atOffset(java.time.ZoneOffset.UTC);
        }
    }

    /// Longest first, at most 200; none for any other member.
    List<Line> lines() {
        UUID own = ActingTransaction.signedIn().member();
        return transactions.asSignedIn(sql ->
                sql.sql(
                                """
                                SELECT m.code, m.name, l.due_at, r.owner_reference
                                FROM manumit.hits_late l
                                JOIN manumit.members m ON m.id = l.late_member
                                LEFT JOIN manumit.owned_records r ON r.id = l.alert
                                WHERE l.over_at IS NULL AND l.late_member <> :own
                                ORDER BY l.due_at LIMIT :most
                                """)
                        .param("own", own)
                        .param("most", MOST)
                        .query((row, _) ->
                                new Line(
                                        row.getString("code"),
                                        row.getString("name"),
                                        row.getObject("due_at", OffsetDateTime.class).toInstant(),
                                        row.getString("owner_reference")))
                        .list());
    }
}
