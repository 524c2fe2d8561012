package manumit.matching.index;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import manumit.matching.Identity;

/// Identities as bytes in a temporary file, in the order in which they come, so that they need not
/// be kept in the heap while a snapshot is built. Twelve bytes of heap for each. First all are
/// added, then they are read. Not thread-safe.
final class IdentitySpool implements Closeable {

    private final Path file;
    private final OutputStream out;
    private final Arena arena = Arena.ofShared();
    private long[] offsets = new long[1024];
    private int[] hashes = new int[1024];
    private int count;
    private long size;

    private IdentitySpool(Path file, OutputStream out) {
        this.file = file;
        this.out = out;
    }

    /// @param folder for the temporary file, which only the owner may read
    static IdentitySpool create(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, ".identities.", ".tmp");
        try {
            return new IdentitySpool(
                    file, new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    void add(byte[] encoded, int keyHash) throws IOException {
        if (count == offsets.length) {
            offsets = Arrays.copyOf(offsets, count * 2);
            hashes = Arrays.copyOf(hashes, count * 2);
        }
        offsets[count] = size;
        hashes[count++] = keyHash;
        out.write(encoded);
        size += encoded.length;
    }

    int count() {
        return count;
    }

    /// Ends the adding.
    ///
    /// @return the records by their place in the order of coming; not to be used after {@link
    ///   #close}
    IdentityStore read() throws IOException {
        out.close();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return new EncodedIdentities(
                    channel.map(FileChannel.MapMode.READ_ONLY, 0, size, arena),
                    place -> offsets[place]);
        }
    }

    /// The records at these places, with their keys' hashes at hand.
    static IdentityStore at(int[] places, IdentityStore all, IdentitySpool spool) {
        return new IdentityStore() {
            @Override
            public Identity identity(int record) {
                return all.identity(places[record]);
            }

            @Override
            public int keyHash(int record) {
                return spool.hashes[places[record]];
            }

            @Override
            public byte[] encoded(int record) {
                return all.encoded(places[record]);
            }
        };
    }

    /// Places of the records that no later one with the same key replaces, ascending.
    int[] lastOfEachKey(IdentityStore all) {
        long[] byHash = new long[count];
        for (int place = 0; place < count; place++) {
            byHash[place] = (long) hashes[place] << 32 | place;
        }
        Arrays.sort(byHash);
        boolean[] isReplaced = new boolean[count];
        int replaced = 0;
        for (int from = 0; from < count; ) {
            int to = from + 1;
            while (to < count && byHash[to] >> 32 == byHash[from] >> 32) {
                to++;
            }
            if (to - from > 1) {
                Map<RecordKey, Integer> last = new HashMap<>();
                for (int i = from; i < to; i++) {
                    Integer earlier = last.put(all.key((int) byHash[i]), (int) byHash[i]);
                    if (earlier != null) {
                        isReplaced[earlier] = true;
                        replaced++;
                    }
                }
            }
            from = to;
        }
        int[] places = new int[count - replaced];
        int at = 0;
        for (int place = 0; place < count; place++) {
            if (!isReplaced[place]) {
                places[at++] = place;
            }
        }
        return places;
    }

    @Override
    public void close() throws IOException {
        try {
            out.close();
        } finally {
            arena.close();
            Files.deleteIfExists(file);
        }
    }

    @Override
    public String toString() {
        return "IdentitySpool[" + count + " records]";
    }
}
