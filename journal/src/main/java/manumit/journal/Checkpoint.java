package manumit.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;

/// A signed statement: at this time, the chain had this hash at this number. All entries up to
/// there are fixed by it.
///
/// Signed bytes: `manumit checkpoint 1` and a line feed in ASCII, the journal's id in ASCII (36
/// bytes), sequence (i64), microseconds since 1970 (i64), hash (32 bytes).
///
/// @param sequence number of the last entry it covers
/// @param hash of that entry
/// @param at when it was signed, UTC, whole microseconds
/// @param keyFingerprint of the key that signed
/// @param signature Ed25519, 64 bytes, in Base64
public record Checkpoint(
        long sequence, ChainHash hash, Instant at, ChainHash keyFingerprint, String signature) {

    private static final byte[] DOMAIN =
            "manumit checkpoint 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_SIGNATURE_CHARS = 100;

    public Checkpoint {
        if (sequence < 1) {
            throw new IllegalArgumentException("checkpoint: " + sequence + ", must be 1 or more");
        }
        if (!at.equals(at.truncatedTo(ChronoUnit.MICROS))) {
            throw new IllegalArgumentException("at: must be whole microseconds");
        }
        if (signature.length() > MOST_SIGNATURE_CHARS) {
            throw new IllegalArgumentException("signature: too long for Ed25519");
        }
    }

    static Checkpoint sign(
            SigningKey key, JournalId journal, long sequence, ChainHash hash, Instant at) {
        byte[] signature = key.sign(message(journal, sequence, hash, at));
        return new Checkpoint(
                sequence,
                hash,
                at,
                key.verifyingKey().fingerprint(),
                Base64.getEncoder().encodeToString(signature));
    }

    /// Did this key sign this statement about this journal?
    public boolean isSignedBy(VerifyingKey key, JournalId journal) {
        byte[] signed;
        try {
            signed = Base64.getDecoder().decode(signature);
        } catch (IllegalArgumentException e) {
            return false;
        }
        return key.fingerprint().equals(keyFingerprint)
                && key.hasSigned(message(journal, sequence, hash, at), signed);
    }

    private static byte[] message(JournalId journal, long sequence, ChainHash hash, Instant at) {
        byte[] id = journal.text().getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(DOMAIN.length + id.length + 2 * Long.BYTES + ChainHash.BYTES)
                .put(DOMAIN)
                .put(id)
                .putLong(sequence)
                .putLong(CanonicalForm.micros(at))
                .put(hash.bytes())
                .array();
    }

    @Override
    public String toString() {
        return "checkpoint at " + sequence;
    }
}
