package manumit.matching.index;

import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import manumit.matching.Identity;
import manumit.matching.Particulars;
import manumit.matching.SnapshotException;
import manumit.matching.snapshot.IdentityCodec;

/// Records as bytes, mapped or in the heap; each is decoded anew whenever it is asked for.
/// Thread-safe.
///
/// Damage that comes after the snapshot was opened ends in an {@link UncheckedIOException} around a
/// {@link SnapshotException}.
final class EncodedIdentities implements IdentityStore {

    /// Where in the bytes a record begins.
    @FunctionalInterface
    interface Offsets {
        long of(int record);
    }

    private final MemorySegment bytes;
    private final Offsets offsets;

    EncodedIdentities(MemorySegment bytes, Offsets offsets) {
        this.bytes = bytes;
        this.offsets = offsets;
    }

    @Override
    public Identity identity(int record) {
        try {
            return IdentityCodec.decode(bytes, offsets.of(record));
        } catch (SnapshotException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Particulars fields(int record) {
        try {
            return IdentityCodec.decodeFields(bytes, offsets.of(record));
        } catch (SnapshotException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public RecordKey key(int record) {
        try {
            IdentityCodec.Key key = IdentityCodec.decodeKey(bytes, offsets.of(record));
            return new RecordKey(key.list(), key.entity());
        } catch (SnapshotException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] encoded(int record) {
        long offset = offsets.of(record);
        try {
            int length = IdentityCodec.length(bytes, offset);
            return bytes.asSlice(offset, length).toArray(ValueLayout.JAVA_BYTE);
        } catch (SnapshotException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "EncodedIdentities[" + bytes.byteSize() + " bytes]";
    }
}
