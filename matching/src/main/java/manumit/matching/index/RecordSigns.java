package manumit.matching.index;

/// The words of each record as hashes of 14 bits, eight of them side by side, so that a search
/// tells from one place in memory which records have nothing of what it looks for. Immutable and
/// thread-safe.
final class RecordSigns {

    /// Different hashes; 0 stands for no word.
    private static final int HASHES = 1 << 14;

    private static final int LAST_MARK = HASHES / Long.SIZE - 1;

    private static final int HASH_SHIFT = Integer.SIZE - 14;

    /// Bits for each hash in a sign, and how many of them.
    private static final int WIDTH = 16;

    private static final int IN_SIGN = Long.SIZE / WIDTH;

    /// The record has more words than its signs hold.
    private static final long MORE = 1L << (Long.SIZE - 1);

    /// A name of the record has neighbours that its source ties together.
    private static final long TIED = MORE >>> 1;

    private final Postings words;

    /// Two for each record.
    private final long[] signs;

    /// @param words the words of each record
    RecordSigns(RecordTable records, Postings words) {
        this.words = words;
        this.signs = new long[2 * records.count()];
        for (int record = 0; record < records.count(); record++) {
            int count = words.count(record);
            for (int i = 0; i < Math.min(2 * IN_SIGN, count); i++) {
                long hash = hash(words.values()[words.start(record) + i]);
                signs[2 * record + i / IN_SIGN] |= hash << (i % IN_SIGN * WIDTH);
            }
            if (count > 2 * IN_SIGN) {
                signs[2 * record + 1] |= MORE;
            }
            if (records.isTied(record)) {
                signs[2 * record + 1] |= TIED;
            }
        }
    }

    /// At least 1.
    private static int hash(int word) {
        return Math.max(1, (word * 0x9E3779B9) >>> HASH_SHIFT);
    }

    /// What a search looks for: bits for words by their hashes. Not thread-safe.
    static final class Table {

        /// Bit h for each hash that stands for something: so small that it stays in the first
        /// cache.
        private final long[] marked = new long[HASHES / Long.SIZE];

        private final short[] bits = new short[HASHES];

        void add(int word, int more) {
            int hash = hash(word);
            marked[hash >>> 6] |= 1L << hash;
            bits[hash] |= (short) more;
        }

        void clear(int word) {
            int hash = hash(word);
            marked[hash >>> 6] = 0;
            bits[hash] = 0;
        }
    }

    /// All that the table holds of the record's words, and now and then of others.
    int all(int record, Table table) {
        long first = signs[2 * record];
        long second = signs[2 * record + 1];
        int all = 0;
        if (((marked(first, table.marked) | marked(second, table.marked)) & 1) != 0) {
            all = of(first, table.bits) | of(second, table.bits);
        }
        return second < 0 ? all | beyond(record, table) : all;
    }

    /// @return bit 0 is set if any of the hashes is marked
    private static long marked(long sign, long[] marked) {
        return isMarked(sign, marked)
                | isMarked(sign >>> WIDTH, marked)
                | isMarked(sign >>> (2 * WIDTH), marked)
                | isMarked(sign >>> (3 * WIDTH), marked);
    }

    private static long isMarked(long sign, long[] marked) {
        return marked[(int) (sign >>> 6) & LAST_MARK] >>> sign;
    }

    private static int of(long sign, short[] bits) {
        return bits[(int) sign & HASHES - 1]
                | bits[(int) (sign >>> WIDTH) & HASHES - 1]
                | bits[(int) (sign >>> (2 * WIDTH)) & HASHES - 1]
                | bits[(int) (sign >>> (3 * WIDTH)) & HASHES - 1];
    }

    private int beyond(int record, Table table) {
        int all = 0;
        for (int i = words.start(record) + 2 * IN_SIGN; i < words.end(record); i++) {
            int hash = hash(words.values()[i]);
            if ((table.marked[hash >>> 6] >>> hash & 1) != 0) {
                all |= table.bits[hash];
            }
        }
        return all;
    }

    boolean isTied(int record) {
        return (signs[2 * record + 1] & TIED) != 0;
    }

    @Override
    public String toString() {
        return "RecordSigns[" + signs.length / 2 + "]";
    }
}
