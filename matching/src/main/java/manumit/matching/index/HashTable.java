package manumit.matching.index;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntConsumer;

/// Numbers by the hash of a text: records by document key, words by how they sound. Immutable.
///
/// @param hashes ascending; numbers of equal hashes stand side by side
/// @param numbers number of each hash
@SuppressWarnings("ArrayRecordComponent") // flat tables, compared by nobody
record HashTable(long[] hashes, int[] numbers) {

    /// @param hashes of keys, in any order
    /// @param numbers number of each
    /// @param count how many
    static HashTable of(long[] hashes, int[] numbers, int count) {
        long[] sortedHashes = Arrays.copyOf(hashes, count);
        Arrays.sort(sortedHashes);
        // Numbers follow their hashes to the places that these have taken.
        int[] sortedNumbers = new int[count];
        int[] filled = new int[count];
        for (int i = 0; i < count; i++) {
            int at = first(sortedHashes, hashes[i]);
            sortedNumbers[at + filled[at]++] = numbers[i];
        }
        return new HashTable(sortedHashes, sortedNumbers);
    }

    /// Place of the first hash that is at least as great.
    private static int first(long[] sorted, long hash) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < hash) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Numbers of the text, and of one in 10^12 others, which comparing tells apart.
    void forEach(String key, IntConsumer found) {
        long hash = hash(key);
        for (int at = first(hashes, hash); at < hashes.length && hashes[at] == hash; at++) {
            found.accept(numbers[at]);
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
        return "HashTable[" + hashes.length + "]";
    }
}
