package manumit.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;

/// Checkpoints as rows of the table `journal.checkpoint`.
final class CheckpointRows {

    private CheckpointRows() {}

    /// From the columns sequence, hash, at, key_fingerprint, signature, the first five of the row.
    static Checkpoint read(ResultSet row) throws SQLException {
        return new Checkpoint(
                row.getLong(1),
                ChainHash.of(row.getBytes(2)),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                ChainHash.of(row.getBytes(4)),
                row.getString(5));
    }
}
