package manumit.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import manumit.journal.JournalException.Reason;
import org.jspecify.annotations.Nullable;

/// The one connection that writes. Holds the database's advisory lock of the journal for as long as
/// it lives, so there is no second one, in this process or another. Used by one thread.
///
/// The lock also settles what a broken connection leaves open: the server lets go of it only when
/// the lost session has ended, so what the new session sees is final.
final class WriterSession implements AutoCloseable {

    /// "manumit" in ASCII, then 1.
    private static final long LOCK = 0x6D616E756D697401L;

    private static final long LOCK_POLL_MILLIS = 50;

    /// Plans are made while the table is small and kept when it is large: forbid those that would
    /// go through all of it.
    private static final String SETTINGS =
            "SET ROLE manumit_journal; SET synchronous_commit = on; SET enable_seqscan = off;"
                    + " SET enable_hashjoin = off; SET enable_mergejoin = off; SET jit = off";

    private static final String FIND_BY_KEYS =
            "SELECT "
                    + EntryRows.COLUMNS
                    + " FROM journal.entry WHERE idempotency_key <> '' AND (member, idempotency_key) IN"
                    + " (SELECT m, k FROM unnest(?::text[], ?::text[]) AS wanted(m, k))";

    private final Connection connection;
    private final JournalId id;
    private final PreparedStatement insert;
    private final PreparedStatement findByKeys;

    private WriterSession(Connection connection, JournalId id) throws SQLException {
        this.connection = connection;
        this.id = id;
        this.insert = EntryRows.prepareInsert(connection);
        this.findByKeys = connection.prepareStatement(FIND_BY_KEYS);
    }

    /// Opens the session, waiting for the lock.
    ///
    /// @param lockWaitMillis after which `IN_USE` is thrown
    static WriterSession open(DataSource database, JournalOptions options, long lockWaitMillis)
            throws SQLException {
        Connection connection = database.getConnection();
        try {
            connection.setAutoCommit(true);
            Executor directly = Runnable::run;
            connection.setNetworkTimeout(directly, (int) options.statementTimeout().toMillis());
            try (Statement statement = connection.createStatement()) {
                statement.execute(SETTINGS);
                requireDurable(statement);
                lock(statement, lockWaitMillis);
                return new WriterSession(connection, identify(statement));
            }
        } catch (SQLException | RuntimeException e) {
            // Never back into a pool: it may have the journal's role, or its lock.
            abort(connection);
            throw e;
        }
    }

    private static void requireDurable(Statement statement) throws SQLException {
        for (String setting : List.of("fsync", "full_page_writes")) {
            try (ResultSet value = statement.executeQuery("SHOW " + setting)) {
                value.next();
                if (!value.getString(1).equals("on")) {
                    throw new JournalException(
                            Reason.NOT_DURABLE,
                            setting
                                    + " is off: the database may lose what was acknowledged; start it"
                                    + " with "
                                    + setting
                                    + "=on");
                }
            }
        }
    }

    private static void lock(Statement statement, long waitMillis) throws SQLException {
        long deadlineNanos = System.nanoTime() + waitMillis * 1_000_000;
        while (true) {
            try (ResultSet taken =
                    statement.executeQuery("SELECT pg_try_advisory_lock(" + LOCK + ")")) {
                taken.next();
                if (taken.getBoolean(1)) {
                    return;
                }
            }
            if (System.nanoTime() - deadlineNanos >= 0) {
                throw new JournalException(
                        Reason.IN_USE,
                        "another process writes it; stop that one, or wait until it has ended");
            }
            try {
                Thread.sleep(LOCK_POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new JournalException(Reason.CLOSED, "interrupted while opening", e);
            }
        }
    }

    private static JournalId identify(Statement statement) throws SQLException {
        statement.execute(
                "INSERT INTO journal.identity (id) SELECT gen_random_uuid()"
                        + " WHERE NOT EXISTS (SELECT FROM journal.identity)");
        try (ResultSet row = statement.executeQuery("SELECT id FROM journal.identity")) {
            row.next();
            return new JournalId(row.getObject(1, UUID.class));
        }
    }

    JournalId id() {
        return id;
    }

    /// Makes the key known to those who verify.
    void register(VerifyingKey key) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "INSERT INTO journal.signing_key (fingerprint, public_key) SELECT ?, ? WHERE"
                                + " NOT EXISTS (SELECT FROM journal.signing_key WHERE fingerprint = ?)")) {
            statement.setBytes(1, key.fingerprint().bytes());
            statement.setString(2, key.base64());
            statement.setBytes(3, key.fingerprint().bytes());
            statement.executeUpdate();
        }
    }

    /// Finds the head and verifies what follows the last checkpoint, and that checkpoint.
    ///
    /// @param signing key whose checkpoints are known to be ours
    /// @throws JournalException `DAMAGED` if it does not verify
    VerifiedTail verifiedTail(VerifyingKey signing) throws SQLException {
        return new TailCheck(connection, id, signing).run();
    }

    /// Durable on return.
    void insert(List<JournalEntry> entries) throws SQLException {
        EntryRows.insert(connection, insert, entries);
    }

    /// Durable on return.
    void insert(Checkpoint checkpoint) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "INSERT INTO journal.checkpoint (sequence, hash, at, key_fingerprint,"
                                + " signature) VALUES (?, ?, ?, ?, ?)")) {
            statement.setLong(1, checkpoint.sequence());
            statement.setBytes(2, checkpoint.hash().bytes());
            statement.setObject(3, OffsetDateTime.ofInstant(checkpoint.at(), ZoneOffset.UTC));
            statement.setBytes(4, checkpoint.keyFingerprint().bytes());
            statement.setString(5, checkpoint.signature());
            statement.executeUpdate();
        }
    }

    /// Entries written with these keys, by key.
    Map<IdempotencyKey, JournalEntry> findByKeys(List<IdempotencyKey> keys) throws SQLException {
        findByKeys.setArray(
                1,
                connection.createArrayOf(
                        "text", keys.stream().map(IdempotencyKey::member).toArray()));
        findByKeys.setArray(
                2,
                connection.createArrayOf("text", keys.stream().map(IdempotencyKey::key).toArray()));
        Map<IdempotencyKey, JournalEntry> found = new HashMap<>();
        try (ResultSet rows = findByKeys.executeQuery()) {
            while (rows.next()) {
                JournalEntry entry = EntryRows.read(rows);
                found.put(entry.act().key(), entry);
            }
        }
        return found;
    }

    /// Hash of an entry, or null if there is none of that number.
    @Nullable ChainHash findHash(long sequence) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT hash FROM journal.entry WHERE sequence = ?")) {
            statement.setLong(1, sequence);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? ChainHash.of(row.getBytes(1)) : null;
            }
        }
    }

    /// Gives the connection back as it was, since it may come from a pool.
    @Override
    public void close() {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_unlock_all(); RESET ALL; RESET ROLE");
        } catch (SQLException e) {
            // The session is gone, and the lock with it.
            abort();
        }
        closeQuietly(connection);
    }

    /// Lets go of a connection that has failed.
    void abort() {
        abort(connection);
    }

    private static void abort(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            closeQuietly(connection);
        }
    }

    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // Gone already.
        }
    }
}
