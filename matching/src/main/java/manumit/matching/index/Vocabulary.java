package manumit.matching.index;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import manumit.matching.similarity.Part;
import org.jspecify.annotations.Nullable;

/// The distinct words of all names of a segment, numbered from the most frequent on. A word is what
/// is written and how it may be used: as it stands, as an initial, or as a beginning that a full
/// field cut off. Parts are made from the writing when first asked for. Thread-safe.
final class Vocabulary {

    /// The word is a single letter standing for a name.
    static final byte INITIAL = 1;

    /// The word may be a beginning only.
    static final byte CUT = 2;

    /// Writings, one after the other, in UTF-8; word i at starts[i] up to starts[i + 1].
    private final byte[] text;

    private final int[] starts;
    private final byte[] uses;

    /// Words by the hash of their writing, with open addressing; a word's number and 1.
    private final int[] table;

    private final @Nullable Part[] parts;

    Vocabulary(byte[] text, int[] starts, byte[] uses) {
        this.text = text;
        this.starts = starts;
        this.uses = uses;
        this.parts = new Part[uses.length];
        this.table = new int[Integer.highestOneBit(Math.max(4, uses.length * 2)) * 2];
        for (int word = 0; word < uses.length; word++) {
            if (!isTold(word)) {
                continue;
            }
            int at = hash(starts[word], starts[word + 1]) & table.length - 1;
            while (table[at] != 0) {
                at = at + 1 & table.length - 1;
            }
            table[at] = word + 1;
        }
    }

    int size() {
        return uses.length;
    }

    byte[] text() {
        return text;
    }

    int[] starts() {
        return starts;
    }

    byte[] uses() {
        return uses;
    }

    /// Is anything written for the word?
    boolean isTold(int word) {
        return starts[word] < starts[word + 1];
    }

    boolean isInitial(int word) {
        return (uses[word] & INITIAL) != 0;
    }

    boolean isCut(int word) {
        return (uses[word] & CUT) != 0;
    }

    /// The word ready for comparison.
    Part part(int word) {
        Part part = parts[word];
        if (part == null) {
            part = Part.of(written(word));
            parts[word] = part;
        }
        return part;
    }

    private String written(int word) {
        return new String(
                text, starts[word], starts[word + 1] - starts[word], StandardCharsets.UTF_8);
    }

    /// A word that is compared as it stands and written so.
    ///
    /// @return its number; -1 if there is none
    int find(String written) {
        byte[] bytes = written.getBytes(StandardCharsets.UTF_8);
        int hash = 0;
        for (byte b : bytes) {
            hash = hash * 31 + b;
        }
        for (int at = mixed(hash) & table.length - 1;
                table[at] != 0;
                at = at + 1 & table.length - 1) {
            int word = table[at] - 1;
            if (uses[word] == 0
                    && Arrays.equals(
                            text, starts[word], starts[word + 1], bytes, 0, bytes.length)) {
                return word;
            }
        }
        return -1;
    }

    private int hash(int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + text[i];
        }
        return mixed(hash);
    }

    private static int mixed(int hash) {
        int h = hash * 0x9E3779B9;
        return h ^ h >>> 15;
    }

    @Override
    public String toString() {
        return "Vocabulary[" + uses.length + " words]";
    }
}
