package manumit.matching.snapshot;

import java.io.IOException;
import java.nio.file.Path;

/// A snapshot that cannot be used. The message is one line with the file and the remedy; it never
/// contains data of a record.
public final class SnapshotException extends IOException {

    private static final long serialVersionUID = 1;

    /// The remedy where the lists are still there, as they always should be.
    private static final String REBUILD = "build it again with: manumit list build";

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

    private SnapshotException(Code code, String message) {
        super(message);
        this.code = code;
    }

    public Code code() {
        return code;
    }

    static SnapshotException notASnapshot(Path file) {
        return new SnapshotException(
                Code.NOT_A_SNAPSHOT,
                file + ": is not a snapshot; build one with: manumit list build");
    }

    static SnapshotException newerVersion(Path file, int found, int known) {
        return new SnapshotException(
                Code.NEWER_VERSION,
                file
                        + ": has format version "
                        + Integer.toUnsignedString(found)
                        + ", this program reads "
                        + known
                        + "; update the program, or "
                        + REBUILD);
    }

    static SnapshotException olderVersion(Path file, int found, int known) {
        return new SnapshotException(
                Code.OLDER_VERSION,
                file
                        + ": has format version "
                        + found
                        + ", this program reads "
                        + known
                        + "; "
                        + REBUILD);
    }

    static SnapshotException otherMethod(Path file, String found, String expected) {
        return new SnapshotException(
                Code.OTHER_METHOD,
                file
                        + ": was built for the method "
                        + found
                        + ", not for "
                        + expected
                        + "; "
                        + REBUILD);
    }

    static SnapshotException otherTables(Path file) {
        return new SnapshotException(
                Code.OTHER_TABLES, file + ": was built with other tables of names; " + REBUILD);
    }

    static SnapshotException truncated(Path file, long found, long expected) {
        return new SnapshotException(
                Code.TRUNCATED,
                file
                        + ": ends after "
                        + found
                        + " of "
                        + expected
                        + " bytes; copy it again, or "
                        + REBUILD);
    }

    static SnapshotException damaged(Path file, String what) {
        return new SnapshotException(
                Code.DAMAGED, file + ": is damaged (" + what + "); copy it again, or " + REBUILD);
    }

    static SnapshotException missingSection(Path file, String section, String type) {
        return new SnapshotException(
                Code.MISSING_SECTION,
                file + ": has no section " + section + " of " + type + "; " + REBUILD);
    }

    static SnapshotException damagedRecord(long offset) {
        return new SnapshotException(
                Code.DAMAGED,
                "the record at byte " + offset + " of the snapshot is damaged; " + REBUILD);
    }
}
