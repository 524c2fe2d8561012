package manumit.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;

/// The bytes of an entry that are hashed, version 1. Laid down in docs/journal.md; never changes. A
/// change of fields takes a new version, told apart by the first byte.
///
/// ```
/// u8   version = 1
/// i64  sequence
/// i64  microseconds since 1970-01-01T00:00:00Z
/// text kind, action, outcome, member, user, machine, operation, purpose, post,
///      record owner, record type, record id, idempotency key
/// u16  number of subjects, then 16 bytes each, ascending
/// text payload
/// ```
///
/// Numbers are big-endian. A text is a u32, its length in bytes, and its UTF-8. Hash of an entry =
/// SHA-256(hash of the entry before ‖ these bytes). Not thread-safe: one for each thread.
final class CanonicalForm {

    static final byte VERSION = 1;

    private static final int START_BYTES = 1_024;
    private static final byte[] ORIGIN = "manumit journal 1\n".getBytes(StandardCharsets.US_ASCII);

    private final MessageDigest digest = ChainHash.sha256();
    private byte[] bytes = new byte[START_BYTES];
    private int length;

    /// What stands before entry 1: SHA-256 of `manumit journal 1`, a line feed and the journal's
    /// id. So the entries of one journal never pass for those of another.
    static ChainHash origin(JournalId id) {
        return ChainHash.ofAll(ORIGIN, id.text().getBytes(StandardCharsets.US_ASCII));
    }

    /// Hash of an entry.
    ///
    /// @param previous hash of the entry before, or {@link #origin}
    ChainHash hash(ChainHash previous, long sequence, Instant at, Act act) {
        write(sequence, at, act);
        return previous.then(digest, bytes, length);
    }

    /// The canonical bytes themselves.
    byte[] bytes(long sequence, Instant at, Act act) {
        write(sequence, at, act);
        return Arrays.copyOf(bytes, length);
    }

    static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    private void write(long sequence, Instant at, Act act) {
        length = 0;
        room(1);
        bytes[length++] = VERSION;
        putLong(sequence);
        putLong(micros(at));
        putText(act.kind().code());
        putText(act.action());
        putText(act.outcome().code());
        putText(act.actor().member());
        putText(act.actor().user());
        putText(act.actor().machine());
        putText(act.operation());
        putText(act.purpose());
        putText(act.post());
        putText(act.record().owner());
        putText(act.record().type());
        putText(act.record().id());
        putText(act.idempotencyKey());
        putSubjects(act.subjects());
        putText(act.payload());
    }

    private void putSubjects(List<SubjectHash> subjects) {
        room(2);
        bytes[length++] = (byte) (subjects.size() >>> 8);
        bytes[length++] = (byte) subjects.size();
        for (SubjectHash subject : subjects) {
            putLong(subject.high());
            putLong(subject.low());
        }
    }

    private void putText(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        room(Integer.BYTES + utf8.length);
        putInt(utf8.length);
        System.arraycopy(utf8, 0, bytes, length, utf8.length);
        length += utf8.length;
    }

    private void putInt(int value) {
        for (int shift = Integer.SIZE - 8; shift >= 0; shift -= 8) {
            bytes[length++] = (byte) (value >>> shift);
        }
    }

    private void putLong(long value) {
        room(Long.BYTES);
        putInt((int) (value >>> Integer.SIZE));
        putInt((int) value);
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
