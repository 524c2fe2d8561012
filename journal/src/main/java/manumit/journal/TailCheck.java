package manumit.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import manumit.journal.JournalException.Reason;
import org.jspecify.annotations.Nullable;

/// Looks at the end of the journal before anything is added to it: the last checkpoint, and every
/// entry after it. What lies before is for {@link JournalVerifier}.
final class TailCheck {

    private static final int FETCH_ROWS = 1_000;

    private final Connection connection;
    private final JournalId id;
    private final VerifyingKey signing;

    TailCheck(Connection connection, JournalId id, VerifyingKey signing) {
        this.connection = connection;
        this.id = id;
        this.signing = signing;
    }

    /// @throws JournalException `DAMAGED`
    VerifiedTail run() throws SQLException {
        Checkpoint checkpoint = lastCheckpoint();
        ChainHead start = checkpoint == null ? ChainHead.empty(id) : covered(checkpoint);
        return new VerifiedTail(follow(start), start.sequence());
    }

    private @Nullable Checkpoint lastCheckpoint() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT c.sequence, c.hash, c.at, c.key_fingerprint, c.signature,"
                                        + " k.public_key FROM journal.checkpoint c JOIN"
                                        + " journal.signing_key k ON k.fingerprint = c.key_fingerprint"
                                        + " ORDER BY c.sequence DESC LIMIT 1")) {
            if (!row.next()) {
                return null;
            }
            Checkpoint checkpoint = CheckpointRows.read(row);
            VerifyingKey key = VerifyingKey.parse(row.getString(6));
            VerifyingKey known =
                    checkpoint.keyFingerprint().equals(signing.fingerprint()) ? signing : key;
            if (!checkpoint.isSignedBy(known, id)) {
                throw new JournalException(
                        Reason.DAMAGED, checkpoint + " does not carry the signature of its key");
            }
            return checkpoint;
        }
    }

    private ChainHead covered(Checkpoint checkpoint) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "SELECT hash, at FROM journal.entry WHERE sequence = ?")) {
            statement.setLong(1, checkpoint.sequence());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next() || !ChainHash.of(row.getBytes(1)).equals(checkpoint.hash())) {
                    throw new JournalException(
                            Reason.DAMAGED,
                            "entry "
                                    + checkpoint.sequence()
                                    + " is not what its checkpoint signed");
                }
                return new ChainHead(
                        checkpoint.sequence(),
                        checkpoint.hash(),
                        row.getObject(2, OffsetDateTime.class).toInstant());
            }
        }
    }

    private ChainHead follow(ChainHead start) throws SQLException {
        CanonicalForm canonical = new CanonicalForm();
        ChainHead head = start;
        // Rows come in portions only inside a transaction.
        connection.setAutoCommit(false);
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "SELECT "
                                + EntryRows.COLUMNS
                                + " FROM journal.entry WHERE sequence > ? ORDER BY sequence")) {
            statement.setFetchSize(FETCH_ROWS);
            statement.setLong(1, start.sequence());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    JournalEntry entry = EntryRows.read(rows);
                    if (entry.sequence() != head.sequence() + 1
                            || !canonical
                                    .hash(head.hash(), entry.sequence(), entry.at(), entry.act())
                                    .equals(entry.hash())) {
                        throw new JournalException(
                                Reason.DAMAGED,
                                "the chain breaks at entry " + (head.sequence() + 1));
                    }
                    head = head.after(entry);
                }
            }
        } finally {
            connection.setAutoCommit(true);
        }
        return head;
    }
}
