package manumit.matching.documentindex;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import manumit.matching.TravelDocument;
import org.jspecify.annotations.Nullable;

/// Sorts entries of long numbers that do not fit into memory, as {@link EntrySorter} does the
/// others. Not thread-safe.
final class LongSorter implements Closeable {

    private static final int MAX_BYTES = TravelDocument.MAX_LENGTH + 4;

    private final Path folder;
    private final int capacity;
    private final List<LongEntry> buffer = new ArrayList<>();
    private long added;
    private @Nullable Spool spool;
    private final List<Long> runEnds = new ArrayList<>();

    LongSorter(Path folder, int capacity) {
        this.folder = folder;
        this.capacity = capacity;
    }

    long added() {
        return added;
    }

    void add(LongEntry entry) throws IOException {
        if (buffer.size() == capacity) {
            spill();
        }
        buffer.add(entry);
        added++;
    }

    /// All entries in order, each document once. To be called once, when all are added.
    LongCursor sorted() throws IOException {
        List<LongCursor> runs = new ArrayList<>();
        if (spool != null) {
            spool.flush();
            long start = 0;
            for (long end : runEnds) {
                Spool.Stretch stretch = spool.stretch(start, end);
                runs.add(() -> LongEntry.read(stretch.next(MAX_BYTES)));
                start = end;
            }
        }
        runs.add(sortedBuffer());
        return new LongMerge(runs);
    }

    private void spill() throws IOException {
        if (spool == null) {
            spool = new Spool(folder);
        }
        LongCursor sorted = sortedBuffer();
        for (LongEntry entry = sorted.next(); entry != null; entry = sorted.next()) {
            spool.put(entry.bytes());
        }
        runEnds.add(spool.size());
        buffer.clear();
    }

    /// The buffer in order, the last of each document only.
    private LongCursor sortedBuffer() {
        buffer.sort(LongEntry.ORDER);
        List<LongEntry> kept = new ArrayList<>(buffer.size());
        for (LongEntry entry : buffer) {
            if (!kept.isEmpty() && kept.getLast().entry().isSameDocument(entry.entry())) {
                kept.removeLast();
            }
            kept.add(entry);
        }
        Iterator<LongEntry> entries = kept.iterator();
        return () -> entries.hasNext() ? entries.next() : null;
    }

    @Override
    public void close() throws IOException {
        buffer.clear();
        if (spool != null) {
            spool.close();
        }
    }
}
