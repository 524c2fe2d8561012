package manumit.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Searches the journal, on a connection of the caller's and with its rights: as `manumit_app` with
/// `SET LOCAL manumit.member`, one sees that member's acts and the acts on its records; as
/// `manumit_journal`, everything. Does not close the connection.
///
/// A search of the journal is an act, too: the caller journals it.
public final class JournalReader {

    private final Connection connection;

    public JournalReader(Connection connection) {
        this.connection = connection;
    }

    /// Entries that fit, newest first.
    public List<JournalEntry> list(JournalQuery query) throws SQLException {
        Conditions where = new Conditions();
        where.addText("member", query.member());
        where.addText("user_reference", query.user());
        where.addText("operation", query.operation());
        where.addText("record_type", query.recordType());
        where.addText("record_id", query.recordId());
        where.addText("kind", query.kind().map(ActKind::code).orElse(""));
        where.addText("outcome", query.outcome().map(Outcome::code).orElse(""));
        where.addTime("at >= ?", query.from().orElse(null));
        where.addTime("at < ?", query.until().orElse(null));
        where.add("sequence < ?", query.before());
        if (!query.subjects().isEmpty()) {
            where.add(
                    "sequence IN (SELECT s.sequence FROM journal.entry_subject s WHERE s.subject ="
                            + " ANY (?::uuid[]))",
                    connection.createArrayOf(
                            "uuid", query.subjects().stream().map(SubjectHash::uuid).toArray()));
        }
        String sql =
                "SELECT "
                        + EntryRows.COLUMNS
                        + " FROM journal.entry WHERE "
                        + where.sql()
                        + " ORDER BY sequence DESC LIMIT ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int next = where.fill(statement);
            statement.setInt(next, query.limit());
            try (ResultSet rows = statement.executeQuery()) {
                List<JournalEntry> entries = new ArrayList<>();
                while (rows.next()) {
                    entries.add(EntryRows.read(rows));
                }
                return entries;
            }
        }
    }

    /// The entry that a member wrote with this idempotency key.
    public Optional<JournalEntry> findByKey(String member, String idempotencyKey)
            throws SQLException {
        return findOne(
                "idempotency_key <> '' AND member = ? AND idempotency_key = ?",
                member,
                idempotencyKey);
    }

    /// The entry with this number.
    public Optional<JournalEntry> find(long sequence) throws SQLException {
        return findOne("sequence = ?", sequence);
    }

    private Optional<JournalEntry> findOne(String condition, Object... values) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "SELECT " + EntryRows.COLUMNS + " FROM journal.entry WHERE " + condition)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(EntryRows.read(row)) : Optional.empty();
            }
        }
    }

    /// Conditions joined by "and", with their values.
    private static final class Conditions {

        private final List<String> conditions = new ArrayList<>();
        private final List<Object> values = new ArrayList<>();

        void add(String condition, Object value) {
            conditions.add(condition);
            values.add(value);
        }

        /// @param value empty: any
        void addText(String column, String value) {
            if (!value.isEmpty()) {
                add(column + " = ?", value);
            }
        }

        void addTime(String condition, @Nullable Instant value) {
            if (value != null) {
                add(condition, OffsetDateTime.ofInstant(value, ZoneOffset.UTC));
            }
        }

        String sql() {
            return String.join(" AND ", conditions);
        }

        /// @return number of the next parameter
        int fill(PreparedStatement statement) throws SQLException {
            int parameter = 1;
            for (Object value : values) {
                statement.setObject(parameter++, value);
            }
            return parameter;
        }
    }
}
