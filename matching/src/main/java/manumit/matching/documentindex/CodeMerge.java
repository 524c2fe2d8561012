package manumit.matching.documentindex;

import java.io.IOException;
import java.util.List;

/// Several cursors as one. Where several have the same document, that of the last cursor counts.
final class CodeMerge implements CodeCursor {

    /// Binary heap of the cursors that still have entries, by their current one; `sources` of the
    /// same length has their places in the list.
    private final CodeCursor[] heap;

    private final int[] sources;
    private int size;
    private long key;
    private long code;

    CodeMerge(List<? extends CodeCursor> cursors) throws IOException {
        heap = new CodeCursor[cursors.size()];
        sources = new int[heap.length];
        for (int i = 0; i < heap.length; i++) {
            CodeCursor cursor = cursors.get(i);
            if (cursor.next()) {
                heap[size] = cursor;
                sources[size++] = i;
            }
        }
        for (int i = size / 2 - 1; i >= 0; i--) {
            sink(i);
        }
    }

    @Override
    public boolean next() throws IOException {
        if (size == 0) {
            return false;
        }
        key = heap[0].key();
        code = heap[0].code();
        do {
            if (!heap[0].next()) {
                size--;
                heap[0] = heap[size];
                sources[0] = sources[size];
            }
            sink(0);
        } while (size > 0
                && heap[0].key() == key
                && EntryCode.identity(heap[0].code()) == EntryCode.identity(code));
        return true;
    }

    private void sink(int from) {
        CodeCursor cursor = heap[from];
        int source = sources[from];
        int at = from;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size
                    && isBefore(heap[child + 1], sources[child + 1], heap[child], sources[child])) {
                child++;
            }
            if (!isBefore(heap[child], sources[child], cursor, source)) {
                break;
            }
            heap[at] = heap[child];
            sources[at] = sources[child];
            at = child;
        }
        heap[at] = cursor;
        sources[at] = source;
    }

    private static boolean isBefore(CodeCursor a, int sourceOfA, CodeCursor b, int sourceOfB) {
        if (a.key() != b.key()) {
            return a.key() < b.key();
        }
        long identityOfA = EntryCode.identity(a.code());
        long identityOfB = EntryCode.identity(b.code());
        return identityOfA == identityOfB ? sourceOfA > sourceOfB : identityOfA < identityOfB;
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
