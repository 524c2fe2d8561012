package manumit.journal;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Entries as rows of the table `journal.entry`, in both directions.
final class EntryRows {

    /// Columns, in the order of {@link #read}.
    static final String COLUMNS =
            "sequence, at, kind, action, outcome, member, user_reference, machine, operation,"
                    + " purpose, post, record_owner, record_type, record_id, idempotency_key,"
                    + " subjects, payload, hash";

    /// One statement, so that one round trip writes and commits a group. The time goes in as whole
    /// microseconds: a factor below 2^53 keeps it exact.
    private static final String INSERT =
            "WITH added AS (INSERT INTO journal.entry ("
                    + COLUMNS
                    + ") SELECT n, timestamptz 'epoch' + t * interval '1 microsecond',"
                    + " c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15, c16"
                    + " FROM (SELECT unnest(?::bigint[]) AS n, unnest(?::bigint[]) AS t"
                    + texts(1, 13)
                    + ", unnest(?::bytea[]) AS c14, unnest(?::text[]) AS c15, unnest(?::bytea[]) AS"
                    + " c16) AS row)"
                    + " INSERT INTO journal.entry_subject (subject, sequence)"
                    + " SELECT * FROM unnest(?::uuid[], ?::bigint[])";

    private static final List<Function<Act, String>> TEXTS =
            List.of(
                    act -> act.kind().code(),
                    Act::action,
                    act -> act.outcome().code(),
                    act -> act.actor().member(),
                    act -> act.actor().user(),
                    act -> act.actor().machine(),
                    Act::operation,
                    Act::purpose,
                    Act::post,
                    act -> act.record().owner(),
                    act -> act.record().type(),
                    act -> act.record().id(),
                    Act::idempotencyKey);

    private EntryRows() {}

    /// Side by side in the list of columns, arrays are taken apart in half the time that they take
    /// in `FROM unnest(…, …)`.
    private static String texts(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(n -> ", unnest(?::text[]) AS c" + n)
                .collect(Collectors.joining());
    }

    /// Prepares the statement that {@link #insert} runs.
    static PreparedStatement prepareInsert(Connection connection) throws SQLException {
        return connection.prepareStatement(INSERT);
    }

    /// Writes entries with their subjects. Outside a transaction, they are durable on return.
    static void insert(Connection connection, PreparedStatement insert, List<JournalEntry> entries)
            throws SQLException {
        int count = entries.size();
        Long[] sequences = new Long[count];
        Long[] micros = new Long[count];
        byte[][] subjectBytes = new byte[count][];
        byte[][] hashes = new byte[count][];
        List<SubjectRow> subjects = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            JournalEntry entry = entries.get(i);
            sequences[i] = entry.sequence();
            micros[i] = CanonicalForm.micros(entry.at());
            subjectBytes[i] = bytes(entry.act().subjects());
            hashes[i] = entry.hash().bytes();
            for (SubjectHash subject : entry.act().subjects()) {
                subjects.add(new SubjectRow(subject, entry.sequence()));
            }
        }
        // In the order of the index, which then goes through each of its pages once.
        subjects.sort(Comparator.comparing(SubjectRow::subject));
        int parameter = 1;
        insert.setArray(parameter++, connection.createArrayOf("bigint", sequences));
        insert.setArray(parameter++, connection.createArrayOf("bigint", micros));
        for (Function<Act, String> text : TEXTS) {
            String[] column = new String[count];
            for (int i = 0; i < count; i++) {
                column[i] = text.apply(entries.get(i).act());
            }
            insert.setArray(parameter++, connection.createArrayOf("text", column));
        }
        insert.setArray(parameter++, connection.createArrayOf("bytea", subjectBytes));
        String[] payloads = entries.stream().map(e -> e.act().payload()).toArray(String[]::new);
        insert.setArray(parameter++, connection.createArrayOf("text", payloads));
        insert.setArray(parameter++, connection.createArrayOf("bytea", hashes));
        insert.setArray(
                parameter++,
                connection.createArrayOf(
                        "uuid", subjects.stream().map(row -> row.subject().uuid()).toArray()));
        insert.setArray(
                parameter,
                connection.createArrayOf(
                        "bigint", subjects.stream().map(SubjectRow::sequence).toArray()));
        insert.executeUpdate();
    }

    /// The entry of the current row.
    ///
    /// @throws SQLException if the row holds what no entry can hold: it was not written by us
    static JournalEntry read(ResultSet row) throws SQLException {
        long sequence = row.getLong(1);
        try {
            Act act =
                    new Act(
                            new Actor(row.getString(6), row.getString(7), row.getString(8)),
                            ActKind.get(row.getString(3)),
                            row.getString(4),
                            Outcome.get(row.getString(5)),
                            row.getString(9),
                            row.getString(10),
                            row.getString(11),
                            new RecordReference(
                                    row.getString(12), row.getString(13), row.getString(14)),
                            subjects(row.getBytes(16)),
                            row.getString(17),
                            row.getString(15));
            return new JournalEntry(
                    sequence,
                    row.getObject(2, OffsetDateTime.class).toInstant(),
                    act,
                    ChainHash.of(row.getBytes(18)));
        } catch (IllegalArgumentException e) {
            throw new JournalException(
                    JournalException.Reason.DAMAGED,
                    "entry " + sequence + " cannot be one of ours: " + e.getMessage(),
                    e);
        }
    }

    private static byte[] bytes(List<SubjectHash> subjects) {
        ByteBuffer bytes = ByteBuffer.allocate(subjects.size() * SubjectHash.BYTES);
        subjects.forEach(subject -> bytes.putLong(subject.high()).putLong(subject.low()));
        return bytes.array();
    }

    private static List<SubjectHash> subjects(byte[] bytes) {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        List<SubjectHash> subjects = new ArrayList<>();
        while (left.remaining() >= SubjectHash.BYTES) {
            subjects.add(SubjectHash.read(left));
        }
        return subjects;
    }

    /// A row of `journal.entry_subject`.
    private record SubjectRow(SubjectHash subject, long sequence) {}
}
