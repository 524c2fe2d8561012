package manumit.travel.edifact;

import java.io.IOException;
import java.io.InputStream;

/// The stretch of the input that is in memory.
final class Window {

    private static final int BLOCK_BYTES = 1 << 16;

    private final InputStream input;
    private byte[] bytes;
    private int to;
    private long offset;
    private boolean last;

    /// All of an input that is in memory already.
    Window(byte[] all) {
        input = InputStream.nullInputStream();
        bytes = all;
        to = all.length;
        last = true;
    }

    Window(InputStream input) {
        this.input = input;
        bytes = new byte[BLOCK_BYTES];
    }

    byte[] bytes() {
        return bytes;
    }

    /// End of the bytes in memory.
    int to() {
        return to;
    }

    /// Whether the input ends with them.
    boolean last() {
        return last;
    }

    /// Place in the input of the first byte in memory.
    long offset() {
        return offset;
    }

    /// Reads on, at least doubling what is kept, so that scanning again costs no more than once.
    ///
    /// @param keepFrom the first byte still needed; it becomes the first in memory
    void more(int keepFrom) throws IOException {
        int kept = to - keepFrom;
        int wanted = Math.max(BLOCK_BYTES, kept);
        byte[] target = kept + wanted <= bytes.length ? bytes : new byte[kept + wanted];
        System.arraycopy(bytes, keepFrom, target, 0, kept);
        int read = input.readNBytes(target, kept, wanted);
        bytes = target;
        to = kept + read;
        offset += keepFrom;
        last = read < wanted;
    }
}
