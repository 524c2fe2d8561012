package manumit.matching.snapshot;

import java.nio.file.Path;
import manumit.matching.SnapshotException;
import manumit.matching.SnapshotException.Code;

/// Words for what is wrong with a snapshot.
final class Refusal {

    /// The remedy where the lists are still there, as they always should be.
    private static final String REBUILD = "build it again with: manumit list build";

    private Refusal() {}

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
