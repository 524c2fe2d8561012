package manumit.matching.documentindex;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import manumit.matching.TravelDocument;
import manumit.matching.documents.DocumentNumber;
import org.jspecify.annotations.Nullable;

/// An entry whose number is longer than a {@link NumberCode} holds. Written in full: the number's
/// length in a byte, the number in ASCII, issuer, type and reason in three bytes.
///
/// @param hash of the folded number; part of the file format. It finds the bucket and nothing else
/// @param isRemoved whether a change took the document off
record LongEntry(long hash, DocumentEntry entry, boolean isRemoved) {

    /// Ascending by hash, then by number, issuer and type.
    static final Comparator<LongEntry> ORDER =
            ((Comparator<LongEntry>) (a, b) -> Long.compareUnsigned(a.hash, b.hash))
                    .thenComparing(e -> e.entry.number())
                    .thenComparingLong(
                            e -> EntryCode.identity(EntryCode.issuerTypeReason(e.entry)));

    private static final int CODE_BYTES = 3;
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    static LongEntry of(DocumentEntry entry, boolean isRemoved) {
        return new LongEntry(hash(DocumentNumber.of(entry.number()).folded()), entry, isRemoved);
    }

    /// 64 bits, evenly spread.
    static long hash(String folded) {
        long hash = folded.length();
        for (int i = 0; i < folded.length(); i++) {
            hash = (hash ^ folded.charAt(i)) * MULTIPLIER;
            hash ^= hash >>> 32;
        }
        return hash * MULTIPLIER;
    }

    /// Bytes of an entry whose number has this length.
    static int bytes(int length) {
        return 1 + length + CODE_BYTES;
    }

    byte[] bytes() {
        String number = entry.number();
        int code = EntryCode.issuerTypeReason(entry);
        byte[] bytes = new byte[bytes(number.length())];
        bytes[0] = (byte) number.length();
        for (int i = 0; i < number.length(); i++) {
            bytes[1 + i] = (byte) number.charAt(i);
        }
        if (isRemoved) {
            code |= EntryCode.REMOVED;
        }
        for (int i = 0; i < CODE_BYTES; i++) {
            bytes[1 + number.length() + i] = (byte) (code >>> (Byte.SIZE * i));
        }
        return bytes;
    }

    /// Reads the next entry; one that is removed comes back with the reason `UNKNOWN`.
    ///
    /// @return null where the bytes are no entry
    static @Nullable LongEntry read(ByteBuffer bytes) {
        if (!bytes.hasRemaining()) {
            return null;
        }
        int length = bytes.get();
        if (length <= NumberCode.MAX_LENGTH
                || length > TravelDocument.MAX_LENGTH
                || bytes.remaining() < length + CODE_BYTES) {
            return null;
        }
        byte[] number = new byte[length];
        bytes.get(number);
        int code = 0;
        for (int i = 0; i < CODE_BYTES; i++) {
            code |= (bytes.get() & 0xFF) << (Byte.SIZE * i);
        }
        String plain = new String(number, StandardCharsets.ISO_8859_1);
        boolean isRemoved = EntryCode.reason(code) == EntryCode.REMOVED;
        if (isRemoved) {
            code &= ~EntryCode.REMOVED;
        }
        if (!DocumentNumber.of(plain).plain().equals(plain)) {
            return null;
        }
        DocumentEntry entry = EntryCode.entry(plain, code);
        return entry == null ? null : of(entry, isRemoved);
    }

    /// Never shows the number.
    @Override
    public String toString() {
        return "LongEntry[" + entry + "]";
    }
}
