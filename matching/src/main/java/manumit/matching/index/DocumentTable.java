package manumit.matching.index;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntConsumer;

/// The records of a segment by document key. Immutable.
///
/// @param hashes of the keys, ascending; records of equal hashes stand side by side
/// @param records record of each hash
@SuppressWarnings("ArrayRecordComponent") // flat tables, compared by nobody
record DocumentTable(long[] hashes, int[] records) {

    /// @param hashes of keys, in any order
    /// @param records record of each
    /// @param count how many
    static DocumentTable of(long[] hashes, int[] records, int count) {
        Integer[] order = new Integer[count];
        Arrays.setAll(order, i -> i);
        Arrays.sort(
                order,
                (a, b) -> {
                    int byHash = Long.compare(hashes[a], hashes[b]);
                    return byHash == 0 ? Integer.compare(records[a], records[b]) : byHash;
                });
        long[] sortedHashes = new long[count];
        int[] sortedRecords = new int[count];
        for (int i = 0; i < count; i++) {
            sortedHashes[i] = hashes[order[i]];
            sortedRecords[i] = records[order[i]];
        }
        return new DocumentTable(sortedHashes, sortedRecords);
    }

    /// Records that may have the key: those that have it, and one in 10^12 others, whom comparing
    /// tells apart.
    void forEach(String key, IntConsumer found) {
        long hash = hash(key);
        int at = Arrays.binarySearch(hashes, hash);
        if (at < 0) {
            return;
        }
        while (at > 0 && hashes[at - 1] == hash) {
            at--;
        }
        for (; at < hashes.length && hashes[at] == hash; at++) {
            found.accept(records[at]);
        }
    }

    /// FNV-1a over UTF-8, mixed.
    static long hash(String key) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ b) * 0x100000001b3L;
        }
        return hash ^ hash >>> 29;
    }

    @Override
    public String toString() {
        return "DocumentTable[" + hashes.length + "]";
    }
}
