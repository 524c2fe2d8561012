package manumit.hub.alerts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import manumit.hub.database.ActingTransaction;
import manumit.hub.ownership.Restriction;
import manumit.hub.web.Page;
import manumit.hub.web.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Corrections and withdrawals reach everybody who received an alert, and who has not acknowledged
/// them is known (R9). Who received it is known from the journal: each entry about a record names
/// its owner, so the owner sees it.
@Service
class AlertNotices {

    private final ActingTransaction transactions;

    AlertNotices(ActingTransaction transactions) {
        this.transactions = transactions;
    }

    /// What is told.
    enum What {
        CORRECTED,
        /// Withdrawn, deleted, or kept from the receiver from now on: copies are to be deleted.
        WITHDRAWN
    }

    /// A member that received an alert, and what it was told since.
    ///
    /// @param what the last notice; null: none was needed
    /// @param acknowledgedAt of the last notice; null: not yet
    record Recipient(
            UUID member,
            String code,
            Instant firstAt,
            Instant lastAt,
            @Nullable What what,
            @Nullable Instant toldAt,
            @Nullable Instant acknowledgedAt) {

        /// Whether the owner still waits for an answer.
        public boolean isOpen() {
            return what != null && acknowledgedAt == null;
        }

        public OffsetDateTime lastMoment() {
            return lastAt.atOffset(ZoneOffset.UTC);
        }

        public @Nullable OffsetDateTime acknowledgedMoment() {
            return acknowledgedAt == null ? null : acknowledgedAt.atOffset(ZoneOffset.UTC);
        }
    }

    /// What a receiver is told.
    ///
    /// @param acknowledgedAt null: not yet
    record Notice(
            UUID id,
            UUID alert,
            UUID owner,
            String ownerCode,
            String ownerReference,
            What what,
            Instant madeAt,
            @Nullable Instant acknowledgedAt) {

        public OffsetDateTime moment() {
            return madeAt.atOffset(ZoneOffset.UTC);
        }
    }

    /// Tells those who received the alert and, of a correction, may still see it.
    void tell(JdbcClient sql, AlertView alert, What what) {
        if (what == What.WITHDRAWN) {
            withdrawFrom(sql, alert, _ -> true);
            return;
        }
        Restriction restriction =
                sql.sql("SELECT restriction, members FROM manumit.restriction_of(:id)")
                        .param("id", alert.id())
                        .query((row, _) ->
                                Restriction.of(
                                        row.getString("restriction"),
                                        List.of((UUID[]) row.getArray("members").getArray())))
                        .single();
        for (Recipient recipient : recipients(sql, alert)) {
            if (restriction.admits(recipient.member())) {
                add(sql, alert, recipient, What.CORRECTED);
            }
        }
    }

    /// Tells those of the members who received the alert and were not told so since.
    void withdrawFrom(JdbcClient sql, AlertView alert, Predicate<UUID> members) {
        for (Recipient recipient : recipients(sql, alert)) {
            Instant told = recipient.toldAt();
            boolean known =
                    recipient.what() == What.WITHDRAWN
                            && told != null
                            && !told.isBefore(recipient.lastAt());
            if (members.test(recipient.member()) && !known) {
                add(sql, alert, recipient, What.WITHDRAWN);
            }
        }
    }

    private static void add(JdbcClient sql, AlertView alert, Recipient recipient, What what) {
        sql.sql(
                        """
                        INSERT INTO manumit.alert_notices
                            (id, alert, owner, owner_reference, recipient, what)
                        VALUES (uuidv7(), :alert, :owner, :reference, :recipient, :what)
                        """)
                .param("alert", alert.id())
                .param("owner", alert.owner())
                .param("reference", alert.ownerReference())
                .param("recipient", recipient.member())
                .param("what", what.name())
                .update();
    }

    /// In the name of the owner: the members that received the alert, in the order of their codes.
    List<Recipient> recipients(JdbcClient sql, AlertView alert) {
        return sql.sql(
                        """
                        SELECT m.id, m.code, e.first_at, e.last_at, n.what, n.made_at,
                            n.acknowledged_at
                        FROM (SELECT member, min(at) AS first_at, max(at) AS last_at
                              FROM journal.entry
                              WHERE record_type = :type AND record_id = :alert
                                AND outcome = 'done' AND member <> :owner
                              GROUP BY member) e
                        JOIN manumit.members m ON m.id::text = e.member
                        LEFT JOIN LATERAL (
                            SELECT what, made_at, acknowledged_at FROM manumit.alert_notices
                            WHERE alert = :alert::uuid AND recipient = m.id
                            ORDER BY id DESC LIMIT 1) n ON true
                        ORDER BY m.code
                        """)
                .param("type", AlertView.JOURNAL_TYPE)
                .param("alert", alert.id().toString())
                .param("owner", alert.owner().toString())
                .query((row, _) -> recipient(row))
                .list();
    }

    /// What the own member is told, the oldest first.
    ///
    /// @param open only what is not acknowledged
    Page<Notice> list(boolean open, UUID after, int limit) {
        UUID own = ActingTransaction.signedIn().member();
        return transactions.asSignedIn(sql ->
                Page.of(
                        sql.sql(
                                        """
                                        SELECT n.id, n.alert, n.owner, m.code, n.owner_reference,
                                            n.what, n.made_at, n.acknowledged_at
                                        FROM manumit.alert_notices n
                                        JOIN manumit.members m ON m.id = n.owner
                                        WHERE n.recipient = :own AND n.id > :after
                                          AND (NOT :open OR n.acknowledged_at IS NULL)
                                        ORDER BY n.id LIMIT :limit
                                        """)
                                .param("own", own)
                                .param("after", after)
                                .param("open", open)
                                .param("limit", limit + 1)
                                .query((row, _) -> notice(row))
                                .list(),
                        limit,
                        Notice::id));
    }

    /// Says that the own member did what the notices about an alert ask for.
    ///
    /// @return how many there were
    /// @throws ProblemException if there is none to acknowledge
    int acknowledge(UUID alert) {
        UUID own = ActingTransaction.signedIn().member();
        int acknowledged =
                transactions.asSignedIn(sql ->
                        sql.sql(
                                        """
                                        UPDATE manumit.alert_notices
                                        SET acknowledged_at = now(),
                                            acknowledged_by = manumit.acting_id()
                                        WHERE alert = :alert AND recipient = :own
                                          AND acknowledged_at IS NULL
                                        """)
                                .param("alert", alert)
                                .param("own", own)
                                .update());
        if (acknowledged == 0) {
            throw Versions.notFound();
        }
        return acknowledged;
    }

    private static Recipient recipient(ResultSet row) throws SQLException {
        String what = row.getString("what");
        return new Recipient(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getObject("first_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_at", OffsetDateTime.class).toInstant(),
                what == null ? null : What.valueOf(what),
                instant(row, "made_at"),
                instant(row, "acknowledged_at"));
    }

    private static Notice notice(ResultSet row) throws SQLException {
        return new Notice(
                row.getObject("id", UUID.class),
                row.getObject("alert", UUID.class),
                row.getObject("owner", UUID.class),
                row.getString("code"),
                row.getString("owner_reference"),
                What.valueOf(row.getString("what")),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                instant(row, "acknowledged_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }
}
