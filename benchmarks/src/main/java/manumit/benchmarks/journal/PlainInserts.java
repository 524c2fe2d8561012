package manumit.benchmarks.journal;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import manumit.journal.Act;
import manumit.journal.SubjectHash;

/// The baseline: the same rows into tables with the same columns and indexes, one transaction each,
/// by plain INSERT on a connection of the thread's own. Neither chained nor ordered.
final class PlainInserts implements AutoCloseable {

    private static final String TABLES =
            """
            CREATE SCHEMA plain;
            CREATE TABLE plain.entry (LIKE journal.entry INCLUDING ALL);
            CREATE TABLE plain.entry_subject (LIKE journal.entry_subject INCLUDING ALL);
            """;
    private static final byte[] NO_HASH = new byte[32];

    private final Connection connection;
    private final PreparedStatement insert;
    private final AtomicLong sequence;

    PlainInserts(Connection connection, AtomicLong sequence) throws SQLException {
        this.connection = connection;
        this.sequence = sequence;
        this.insert =
                connection.prepareStatement(
                        "WITH added AS (INSERT INTO plain.entry VALUES (?, now(), ?, ?, ?, ?, ?, ?,"
                                + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)) INSERT INTO plain.entry_subject"
                                + " VALUES (?, ?)");
    }

    static void createTables(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(TABLES);
        }
    }

    void insert(Act act) throws SQLException {
        long number = sequence.incrementAndGet();
        SubjectHash subject = act.subjects().getFirst();
        insert.setLong(1, number);
        insert.setString(2, act.kind().code());
        insert.setString(3, act.action());
        insert.setString(4, act.outcome().code());
        insert.setString(5, act.actor().member());
        insert.setString(6, act.actor().user());
        insert.setString(7, act.actor().machine());
        insert.setString(8, act.operation());
        insert.setString(9, act.purpose());
        insert.setString(10, act.post());
        insert.setString(11, act.record().owner());
        insert.setString(12, act.record().type());
        insert.setString(13, act.record().id());
        insert.setString(14, act.idempotencyKey());
        insert.setBytes(
                15,
                ByteBuffer.allocate(SubjectHash.BYTES)
                        .putLong(subject.high())
                        .putLong(subject.low())
                        .array());
        insert.setString(16, act.payload());
        insert.setBytes(17, NO_HASH);
        insert.setObject(18, new UUID(subject.high(), subject.low()));
        insert.setLong(19, number);
        insert.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
