package manumit.hub.database;

/// Why a hub does not start. The message names what is wrong and the remedy.
public final class HubStartException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// Stable codes, for scripts and tests.
    public enum Code {
        /// An option is wrong.
        BAD_OPTION,
        /// The data folder cannot be used, or another hub uses it.
        DATA_FOLDER,
        /// PostgreSQL cannot be started or reached.
        DATABASE,
        /// The application's database role has more rights than it may have.
        DATABASE_ROLE,
        /// A migration failed, or the database was made by a newer version.
        MIGRATION,
        /// The journal cannot be written: its keys, its end, or another hub writes it.
        JOURNAL,
        /// The port is taken.
        PORT
    }

    private final Code code;

    public HubStartException(Code code, String message) {
        super(message);
        this.code = code;
    }

    public HubStartException(Code code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
