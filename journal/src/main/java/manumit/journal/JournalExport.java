package manumit.journal;

import java.io.IOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Writes the journal, or a range of it, as lines that {@link JournalVerifier} proves without the
/// database. Memory does not grow with the journal. An export is an act, too: the caller journals
/// it.
public final class JournalExport {

    private static final int FETCH_ROWS = 1_000;

    private final Connection connection;
    private final Writer out;
    private long entries;
    private long checkpoints;
    private long keys;

    private JournalExport(Connection connection, Writer out) {
        this.connection = connection;
        this.out = out;
    }

    /// Writes everything, as it stands at this moment.
    ///
    /// @see #write(Connection, long, long, Writer)
    public static long writeAll(Connection connection, Writer out)
            throws SQLException, IOException {
        return write(connection, 1, Long.MAX_VALUE, out);
    }

    /// Writes a range. It begins right after a checkpoint, if need be earlier than asked, so that
    /// its beginning can be proven.
    ///
    /// @param connection of a role that reads all of the journal (`manumit_journal`), not in a
    ///   transaction
    /// @param from number of the first entry wanted
    /// @param until number of the last entry wanted; may lie beyond the end
    /// @return entries written
    public static long write(Connection connection, long from, long until, Writer out)
            throws SQLException, IOException {
        if (from < 1 || until < from) {
            throw new IllegalArgumentException(
                    "from, until: " + from + ", " + until + ", must be ascending from 1");
        }
        int isolation = connection.getTransactionIsolation();
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        try {
            JournalExport export = new JournalExport(connection, out);
            export.write(from, until);
            return export.entries;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
            connection.setTransactionIsolation(isolation);
        }
    }

    private void write(long from, long until) throws SQLException, IOException {
        Checkpoint start = lastCheckpointBefore(from);
        JournalId id = id();
        long first = start == null ? 1 : start.sequence() + 1;
        ChainHash previous = start == null ? CanonicalForm.origin(id) : start.hash();
        writeLine(new ExportLine.Header(id, first, previous));
        writeKeys();
        if (start != null) {
            writeCheckpoint(start);
        }
        long last = writeEntries(first, until);
        writeLine(new ExportLine.End(last, entries, checkpoints, keys));
        out.flush();
    }

    private @Nullable Checkpoint lastCheckpointBefore(long sequence) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "SELECT sequence, hash, at, key_fingerprint, signature FROM"
                                + " journal.checkpoint WHERE sequence < ? ORDER BY sequence DESC"
                                + " LIMIT 1")) {
            statement.setLong(1, sequence);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? CheckpointRows.read(row) : null;
            }
        }
    }

    private JournalId id() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT id FROM journal.identity")) {
            if (!row.next()) {
                throw new IllegalStateException("journal: was never opened, has no id");
            }
            return new JournalId(row.getObject(1, UUID.class));
        }
    }

    private void writeKeys() throws SQLException, IOException {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "SELECT public_key FROM journal.signing_key ORDER BY fingerprint")) {
            while (rows.next()) {
                writeLine(new ExportLine.Key(VerifyingKey.parse(rows.getString(1))));
                keys++;
            }
        }
    }

    /// @return number of the last entry
    private long writeEntries(long first, long until) throws SQLException, IOException {
        long last = first - 1;
        try (PreparedStatement entryStatement =
                        range("SELECT " + EntryRows.COLUMNS + " FROM journal.entry");
                PreparedStatement checkpointStatement =
                        range(
                                "SELECT sequence, hash, at, key_fingerprint, signature FROM"
                                        + " journal.checkpoint");
                ResultSet entryRows = query(entryStatement, first, until);
                ResultSet checkpointRows = query(checkpointStatement, first, until)) {
            Checkpoint next = nextCheckpoint(checkpointRows);
            while (entryRows.next()) {
                JournalEntry entry = EntryRows.read(entryRows);
                writeLine(new ExportLine.Entry(entry));
                entries++;
                last = entry.sequence();
                while (next != null && next.sequence() <= last) {
                    writeCheckpoint(next);
                    next = nextCheckpoint(checkpointRows);
                }
            }
            // Checkpoints without their entries: the journal was cut. The verifier will say so.
            while (next != null) {
                writeCheckpoint(next);
                next = nextCheckpoint(checkpointRows);
            }
        }
        return last;
    }

    private PreparedStatement range(String select) throws SQLException {
        PreparedStatement statement =
                connection.prepareStatement(
                        select + " WHERE sequence BETWEEN ? AND ? ORDER BY sequence");
        statement.setFetchSize(FETCH_ROWS);
        return statement;
    }

    private static ResultSet query(PreparedStatement statement, long first, long until)
            throws SQLException {
        statement.setLong(1, first);
        statement.setLong(2, until);
        return statement.executeQuery();
    }

    private static @Nullable Checkpoint nextCheckpoint(ResultSet rows) throws SQLException {
        return rows.next() ? CheckpointRows.read(rows) : null;
    }

    private void writeCheckpoint(Checkpoint checkpoint) throws IOException {
        writeLine(new ExportLine.Signed(checkpoint));
        checkpoints++;
    }

    private void writeLine(ExportLine line) throws IOException {
        out.write(ExportFormat.write(line));
        out.write('\n');
    }
}
