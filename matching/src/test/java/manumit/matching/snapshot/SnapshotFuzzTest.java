package manumit.matching.snapshot;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import manumit.matching.Identity;
import manumit.matching.SnapshotException;
import org.junit.jupiter.api.Tag;

/// Any bytes at all: a sound snapshot or a coded error, quickly and in little memory. Bytes are
/// also tried with the checksums they would have, which a fuzzer does not guess.
@Tag("slow")
class SnapshotFuzzTest {

    @FuzzTest
    void anyFileIsASnapshotOrRefused(byte[] input) throws IOException {
        Path file = Files.createTempFile("fuzz", ".snapshot");
        try {
            tryFile(file, input);
            if (input.length >= Layout.HEADER_BYTES) {
                tryFile(file, sealed(input.clone()));
            }
        } finally {
            Files.delete(file);
        }
    }

    @FuzzTest
    void anyBytesAreARecordOrRefused(byte[] input) {
        tryRecord(input);
        if (input.length > 1) {
            int fields = 1 + (input.length - 1) * (input[0] & 0xFF) / 256;
            tryRecord(
                    IdentityCodecTest.sealed(
                            Arrays.copyOfRange(input, 1, fields),
                            Arrays.copyOfRange(input, fields, input.length)));
        }
    }

    private static void tryFile(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes);
        try (SnapshotReader reader = SnapshotReader.open(file)) {
            for (String name : List.of("identities", "ints", "longs", "other")) {
                tryRead(() -> reader.ints(name));
                tryRead(() -> reader.longs(name));
                tryRead(() -> reader.bytes(name));
                tryRead(() -> reader.segment(name));
            }
            reader.verify();
        } catch (SnapshotException e) {
            requireMessage(e);
        }
    }

    private interface Reading {
        Object read() throws SnapshotException;
    }

    private static void tryRead(Reading reading) {
        try {
            reading.read();
        } catch (SnapshotException e) {
            requireMessage(e);
        }
    }

    private static void tryRecord(byte[] bytes) {
        MemorySegment segment = MemorySegment.ofArray(bytes);
        tryRead(() -> IdentityCodec.decodeFields(segment, 0));
        tryRead(() -> IdentityCodec.decodeKey(segment, 0));
        tryRead(() -> IdentityCodec.decodeVisibleTo(segment, 0));
        tryRead(() -> IdentityCodec.length(segment, 0));
        try {
            Identity identity = IdentityCodec.decode(segment, 0);
            byte[] again = IdentityCodec.encode(identity);
            if (!IdentityCodec.decode(MemorySegment.ofArray(again), 0).equals(identity)) {
                throw new AssertionError("an identity does not come back as it was");
            }
        } catch (SnapshotException e) {
            requireMessage(e);
        }
    }

    private static void requireMessage(SnapshotException e) {
        if (!String.valueOf(e.getMessage()).contains("manumit list build")) {
            throw new AssertionError("a message without a remedy");
        }
    }

    /// Magic, version, length and checksums as they should be.
    private static byte[] sealed(byte[] bytes) {
        MemorySegment all = MemorySegment.ofArray(bytes);
        all.set(Layout.LONG, 0, Layout.MAGIC);
        all.set(Layout.INT, Layout.VERSION_AT, Layout.VERSION);
        all.set(Layout.LONG, Layout.FILE_LENGTH_AT, bytes.length);
        long at = all.get(Layout.LONG, Layout.DIRECTORY_AT);
        int length = all.get(Layout.INT, Layout.DIRECTORY_LENGTH_AT);
        if (at >= 0 && length >= 0 && length <= bytes.length && at <= bytes.length - length) {
            all.set(Layout.INT, Layout.DIRECTORY_CRC_AT, Layout.crc(all.asSlice(at, length)));
        }
        return SnapshotTest.withHeaderCrc(bytes);
    }
}
