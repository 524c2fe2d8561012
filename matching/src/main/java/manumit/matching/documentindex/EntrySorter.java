package manumit.matching.documentindex;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sorts coded entries that do not fit into memory: full buffers are sorted and spooled as runs,
/// which are merged in the end. Of several entries of one document the last one added counts.
///
/// Memory: 16 bytes for each entry of the buffer, then 256 KiB for each run. Not thread-safe.
final class EntrySorter implements Closeable {

    /// An entry within the buffer is two words: the key in the highest bits of the first; identity,
    /// place in the buffer and reason in the second. So equal documents lie in the order in which
    /// they were added.
    private static final int KEY_SHIFT = Long.SIZE - NumberCode.KEY_BITS;

    private static final int PLACE_BITS = Long.SIZE - EntryCode.BITS;

    /// Most entries that a buffer may hold.
    static final int MAX_CAPACITY = 1 << PLACE_BITS;

    private static final int FIRST_CAPACITY = 1 << 10;
    private static final int RUN_ENTRY_BYTES = 2 * Long.BYTES;

    private final Path folder;
    private final int capacity;
    private long[] words = new long[0];
    private int size;
    private long added;
    private @Nullable Spool spool;

    /// Ends of the runs within the spool; each begins where the one before it ends.
    private final List<Long> runEnds = new ArrayList<>();

    /// @param folder for the spool, which is made when the first buffer is full
    /// @param capacity entries of the buffer
    EntrySorter(Path folder, int capacity) {
        this.folder = folder;
        this.capacity = capacity;
    }

    /// Entries added, with repetitions.
    long added() {
        return added;
    }

    void add(long key, long code) throws IOException {
        if (size == capacity) {
            spill();
        }
        if (2 * size == words.length) {
            words =
                    Arrays.copyOf(
                            words, 2 * Math.min(capacity, Math.max(FIRST_CAPACITY, 2 * size)));
        }
        words[2 * size] = key << KEY_SHIFT;
        words[2 * size + 1] =
                (EntryCode.identity(code) << PLACE_BITS | size) << EntryCode.REASON_BITS
                        | EntryCode.reason(code);
        size++;
        added++;
    }

    /// All entries in order, each document once. To be called once, when all are added.
    CodeCursor sorted() throws IOException {
        sortBuffer();
        List<CodeCursor> runs = new ArrayList<>();
        if (spool != null) {
            spool.flush();
            long start = 0;
            for (long end : runEnds) {
                runs.add(new Run(spool.stretch(start, end)));
                start = end;
            }
        }
        CodeCursor last = new Buffer();
        if (runs.isEmpty()) {
            return last;
        }
        runs.add(last);
        return new CodeMerge(runs);
    }

    private void spill() throws IOException {
        if (spool == null) {
            spool = new Spool(folder);
        }
        sortBuffer();
        CodeCursor sorted = new Buffer();
        while (sorted.next()) {
            spool.putLong(sorted.key());
            spool.putLong(sorted.code());
        }
        runEnds.add(spool.size());
        size = 0;
    }

    /// Sorts, and keeps the last of each document.
    private void sortBuffer() {
        sort(words, 0, size, 0);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            boolean isReplaced =
                    i + 1 < size
                            && words[2 * i] == words[2 * i + 2]
                            && identity(words[2 * i + 1]) == identity(words[2 * i + 3]);
            if (!isReplaced) {
                words[2 * kept] = words[2 * i];
                words[2 * kept + 1] = words[2 * i + 1];
                kept++;
            }
        }
        size = kept;
    }

    private static long identity(long word) {
        return word >>> (PLACE_BITS + EntryCode.REASON_BITS);
    }

    /// Pairs of words as unsigned numbers of 16 bytes: by their bytes from the first on, in place
    /// (the American flag sort of McIlroy, Bostic and McIlroy, 1993), few pairs by insertion.
    ///
    /// @param from first pair
    /// @param to behind the last pair
    /// @param place byte to sort by; those before it are equal
    static void sort(long[] words, int from, int to, int place) {
        if (to - from <= 96 || place == RUN_ENTRY_BYTES) {
            sortFew(words, from, to);
            return;
        }
        int word = place / Long.BYTES;
        int shift = Long.SIZE - Byte.SIZE - Byte.SIZE * (place % Long.BYTES);
        int[] ends = new int[256];
        for (int i = from; i < to; i++) {
            ends[(int) (words[2 * i + word] >>> shift) & 0xFF]++;
        }
        int[] next = new int[256];
        int start = from;
        for (int b = 0; b < 256; b++) {
            next[b] = start;
            start += ends[b];
            ends[b] = start;
        }
        for (int b = 0; b < 256; b++) {
            while (next[b] < ends[b]) {
                int at = 2 * next[b];
                int home = (int) (words[at + word] >>> shift) & 0xFF;
                if (home == b) {
                    next[b]++;
                } else {
                    int there = 2 * next[home]++;
                    long first = words[there];
                    long second = words[there + 1];
                    words[there] = words[at];
                    words[there + 1] = words[at + 1];
                    words[at] = first;
                    words[at + 1] = second;
                }
            }
        }
        start = from;
        for (int b = 0; b < 256; b++) {
            sort(words, start, ends[b], place + 1);
            start = ends[b];
        }
    }

    private static void sortFew(long[] words, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            long first = words[2 * i];
            long second = words[2 * i + 1];
            int at = i;
            while (at > from && isLess(first, second, words[2 * at - 2], words[2 * at - 1])) {
                words[2 * at] = words[2 * at - 2];
                words[2 * at + 1] = words[2 * at - 1];
                at--;
            }
            words[2 * at] = first;
            words[2 * at + 1] = second;
        }
    }

    private static boolean isLess(long first, long second, long otherFirst, long otherSecond) {
        return first == otherFirst
                ? Long.compareUnsigned(second, otherSecond) < 0
                : Long.compareUnsigned(first, otherFirst) < 0;
    }

    @Override
    public void close() throws IOException {
        words = new long[0];
        size = 0;
        if (spool != null) {
            spool.close();
        }
    }

    /// The sorted buffer.
    private final class Buffer implements CodeCursor {

        private int at = -1;

        @Override
        public boolean next() {
            return ++at < size;
        }

        @Override
        public long key() {
            return words[2 * at] >>> KEY_SHIFT;
        }

        @Override
        public long code() {
            long word = words[2 * at + 1];
            return identity(word) << EntryCode.REASON_BITS | EntryCode.reason(word);
        }
    }

    /// A run of the spool.
    private static final class Run implements CodeCursor {

        private final Spool.Stretch stretch;
        private long key;
        private long code;

        Run(Spool.Stretch stretch) {
            this.stretch = stretch;
        }

        @Override
        public boolean next() throws IOException {
            ByteBuffer bytes = stretch.next(RUN_ENTRY_BYTES);
            if (!bytes.hasRemaining()) {
                return false;
            }
            key = bytes.getLong();
            code = bytes.getLong();
            return true;
        }

        @Override
        public long key() {
            return key;
        }

        @Override
        public long code() {
            return code;
        }
    }
}
