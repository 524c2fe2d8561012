package manumit.matching.index;

import java.util.Arrays;

/// For each of a range of numbers a list of numbers, ascending.
///
/// @param starts where each list begins in `values`; one more than there are lists
/// @param values all lists, one after the other
@SuppressWarnings("ArrayRecordComponent") // flat tables, compared by nobody
record Postings(int[] starts, int[] values) {

    /// Lists by key, each ascending and without repetition.
    ///
    /// @param keyCount keys are 0 up to this
    /// @param keys one key per pair
    /// @param ascending one value per pair; ascending over all pairs
    static Postings of(int keyCount, int[] keys, int[] ascending, int pairs) {
        int[] starts = new int[keyCount + 1];
        int[] last = new int[keyCount];
        Arrays.fill(last, -1);
        for (int i = 0; i < pairs; i++) {
            if (last[keys[i]] != ascending[i]) {
                last[keys[i]] = ascending[i];
                starts[keys[i] + 1]++;
            }
        }
        for (int k = 0; k < keyCount; k++) {
            starts[k + 1] += starts[k];
        }
        int[] values = new int[starts[keyCount]];
        int[] fill = starts.clone();
        Arrays.fill(last, -1);
        for (int i = 0; i < pairs; i++) {
            if (last[keys[i]] != ascending[i]) {
                last[keys[i]] = ascending[i];
                values[fill[keys[i]]++] = ascending[i];
            }
        }
        return new Postings(starts, values);
    }

    int start(int key) {
        return starts[key];
    }

    int end(int key) {
        return starts[key + 1];
    }

    int count(int key) {
        return starts[key + 1] - starts[key];
    }

    /// Place of the first value of the list that is at least `value`.
    int firstFrom(int key, int value) {
        int low = starts[key];
        int high = starts[key + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public String toString() {
        return "Postings[" + values.length + "]";
    }
}
