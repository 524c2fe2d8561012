package manumit.matching.documentindex;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32C;
import manumit.matching.Country;
import manumit.matching.DocumentType;
import manumit.matching.TravelDocument;
import org.junit.jupiter.api.Tag;

/// Any bytes at all as a file: a clear error or an answer, never a crash.
@Tag("slow")
class IndexFileFuzzTest {

    private static final int CHECKSUM_PLACE = FileHeader.BYTES - Integer.BYTES;

    @FuzzTest
    void anyFileIsOpenedOrRefused(FuzzedDataProvider data) throws IOException {
        check(data.consumeRemainingAsBytes());
    }

    /// Bytes of a sound file are overwritten, and all checksums made good: so the checks behind
    /// them are reached.
    @FuzzTest
    void aForgedFileIsAnsweredFromOrRefused(FuzzedDataProvider data) throws IOException {
        byte[] bytes = soundFile();
        int changes = data.consumeInt(1, 20);
        for (int i = 0; i < changes && data.remainingBytes() > 0; i++) {
            // The header's fields, or what stands behind the header.
            int at =
                    data.consumeBoolean()
                            ? data.consumeInt(8, 60)
                            : data.consumeInt(FileHeader.BYTES, bytes.length - 1);
            bytes[at] = data.consumeByte();
        }
        forgeChecksums(bytes);
        check(bytes);
    }

    private static void check(byte[] bytes) throws IOException {
        Path file = Files.createTempFile("fuzz", ".index");
        try {
            Files.write(file, bytes);
            try (DocumentIndex index = DocumentIndex.open(file)) {
                InventedDocuments invented = new InventedDocuments(new Random(1), 20);
                for (int i = 0; i < 40; i++) {
                    lookUp(index, invented.document());
                }
                lookUp(
                        index,
                        new TravelDocument(DocumentType.PASSPORT, "12345678", Country.UNKNOWN));
                index.verify();
            } catch (IndexFileException e) {
                if (e.getMessage() == null || !e.getMessage().contains(e.code().code())) {
                    throw new AssertionError("an error without its code", e);
                }
            }
        } finally {
            Files.delete(file);
        }
    }

    private static void lookUp(DocumentIndex index, TravelDocument document) {
        try {
            index.findingsOfAnyIssuer(document);
        } catch (IndexFileException e) {
            if (e.code() != IndexFileException.Code.DAMAGED) {
                throw new AssertionError("another code than damage", e);
            }
        }
    }

    private static byte[] soundFile() throws IOException {
        Path file = Files.createTempFile("fuzz", ".index");
        try (DocumentIndex.Builder builder = DocumentIndex.builder(file)) {
            InventedDocuments invented = new InventedDocuments(new Random(1), 20);
            for (int i = 0; i < 60; i++) {
                builder.add(invented.entry());
            }
            builder.build();
            return Files.readAllBytes(file);
        } finally {
            Files.delete(file);
        }
    }

    /// Puts the right checksums where the header says that they belong, if it says something
    /// possible.
    private static void forgeChecksums(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putInt(CHECKSUM_PLACE, crc(bytes, 0, CHECKSUM_PLACE));
        FileHeader header;
        try {
            header =
                    FileHeader.read(
                            Path.of("forged"),
                            Arrays.copyOf(bytes, FileHeader.BYTES),
                            bytes.length);
        } catch (IndexFileException _) {
            return;
        }
        int end = (int) header.directoryStart();
        for (int block = 0; block < header.blocks(); block++) {
            int start = FileHeader.BYTES + block * FileHeader.BLOCK_BYTES;
            int length = Math.min(FileHeader.BLOCK_BYTES, end - start);
            buffer.putInt(
                    (int) header.checksumStart() + block * Integer.BYTES,
                    crc(bytes, start, length));
        }
        byte[] forged =
                new FileHeader(
                                header.entries(),
                                header.bucketBits(),
                                header.longEntries(),
                                header.longBucketBits(),
                                header.longBytes(),
                                crc(bytes, end, bytes.length - end))
                        .bytes();
        System.arraycopy(forged, 0, bytes, 0, forged.length);
    }

    private static int crc(byte[] bytes, int from, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }
}
