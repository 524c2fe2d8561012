package manumit.matching.index;

import java.util.BitSet;
import java.util.function.IntConsumer;

/// A set of record ordinals, for one question.
final class Marks {

    private final BitSet set;

    Marks(int size) {
        set = new BitSet(size);
    }

    void mark(int record) {
        set.set(record);
    }

    /// Each marked record once, ascending.
    void forEach(IntConsumer action) {
        set.stream().forEach(action);
    }
}
