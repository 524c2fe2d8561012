package manumit.hub.database;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.zip.CRC32;
import manumit.journal.JournalSchema;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/// The journal's tables, as the module `journal` brings them, among the hub's migrations.
///
/// Its text is checked like that of a file: a database made from another text is refused.
final class JournalMigration implements JavaMigration {

    /// After the tables of members and sign-in.
    private static final MigrationVersion VERSION = MigrationVersion.fromVersion("14");

    @Override
    public MigrationVersion getVersion() {
        return VERSION;
    }

    @Override
    public String getDescription() {
        return "journal";
    }

    @Override
    public Integer getChecksum() {
        CRC32 checksum = new CRC32();
        checksum.update(JournalSchema.sql().getBytes(StandardCharsets.UTF_8));
        return (int) checksum.getValue();
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        try (Statement sql = context.getConnection().createStatement()) {
            sql.execute(JournalSchema.sql());
        }
    }
}
