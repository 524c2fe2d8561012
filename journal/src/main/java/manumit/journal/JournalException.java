package manumit.journal;

/// Why the journal could not do what was asked. Names no person and no content.
public final class JournalException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// A stable code, and what it means for the caller.
    public enum Reason {
        /// Another process writes this journal. Stop it, or wait until it has ended.
        IN_USE("in-use", false),
        /// The database cannot be reached or refuses. Nothing was written; try again later.
        UNAVAILABLE("unavailable", false),
        /// The connection broke while writing, and did not come back in time. The act may be in the
        /// journal. Repeat it with its idempotency key.
        IN_DOUBT("in-doubt", true),
        /// Too many acts wait. Nothing was written; try again later.
        BUSY("busy", false),
        /// The key was used for another act. Nothing was written; take a new key.
        KEY_REUSED("key-reused", false),
        /// The end of the journal does not verify. Nothing more is written to it; look at it first
        /// (`manumit journal verify`).
        DAMAGED("damaged", false),
        /// The database would forget acknowledged entries: its `fsync` or `full_page_writes` is
        /// off.
        NOT_DURABLE("not-durable", false),
        /// The journal was closed. Nothing was written.
        CLOSED("closed", false);

        private final String code;
        private final boolean mayBeWritten;

        Reason(String code, boolean mayBeWritten) {
            this.code = code;
            this.mayBeWritten = mayBeWritten;
        }

        public String code() {
            return code;
        }

        /// May the act stand in the journal all the same?
        public boolean mayBeWritten() {
            return mayBeWritten;
        }
    }

    private final Reason reason;

    JournalException(Reason reason, String message) {
        super("journal " + reason.code() + ": " + message);
        this.reason = reason;
    }

    JournalException(Reason reason, String message, Throwable cause) {
        super("journal " + reason.code() + ": " + message, cause);
        this.reason = reason;
    }

    /// The same for another caller, with that caller's stack.
    JournalException again() {
        return new JournalException(this);
    }

    private JournalException(JournalException first) {
        super(first.getMessage(), first);
        this.reason = first.reason;
    }

    public Reason reason() {
        return reason;
    }
}
