package manumit.matching;

import java.io.IOException;

/// A snapshot that cannot be used. The message is one line with the file and the remedy; it never
/// contains data of a record.
public final class SnapshotException extends IOException {

    private static final long serialVersionUID = 1;

    /// What is wrong. Codes are stable: people sort and count by them.
    public enum Code {
        /// Another kind of file, or an empty one.
        NOT_A_SNAPSHOT("not-a-snapshot"),
        /// Written by a later version of Manumit.
        NEWER_VERSION("newer-version"),
        /// Written by an earlier version of Manumit whose format is no longer read.
        OLDER_VERSION("older-version"),
        /// Built for another scoring method.
        OTHER_METHOD("other-method"),
        /// Built with other knowledge tables.
        OTHER_TABLES("other-tables"),
        /// Shorter than it was written.
        TRUNCATED("truncated"),
        /// Other bytes than were written.
        DAMAGED("damaged"),
        /// Sound, but without a section that is asked for.
        MISSING_SECTION("missing-section");

        private final String code;

        Code(String code) {
            this.code = code;
        }

        /// Lower case with hyphens.
        public String code() {
            return code;
        }
    }

    private final Code code;

    /// @param message one line with the file and the remedy
    public SnapshotException(Code code, String message) {
        super(message);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
