package manumit.journal;

import java.util.Map;
import java.util.TreeMap;

/// Numbers that were passed over and may still come. Bounded: beyond some thousand gaps the
/// earliest is forgotten, and what of it comes late then counts as inserted.
final class Gaps {

    private static final int MOST = 10_000;

    /// Last number of each gap, by its first.
    private final TreeMap<Long, Long> ranges = new TreeMap<>();

    private long forgottenFirst;
    private long forgottenCount;

    void add(long first, long last) {
        ranges.put(first, last);
        if (ranges.size() > MOST) {
            Map.Entry<Long, Long> earliest = ranges.pollFirstEntry();
            if (forgottenFirst == 0) {
                forgottenFirst = earliest.getKey();
            }
            forgottenCount += earliest.getValue() - earliest.getKey() + 1;
        }
    }

    /// Fills in a number.
    ///
    /// @return false if it was not missing
    boolean remove(long number) {
        Map.Entry<Long, Long> range = ranges.floorEntry(number);
        if (range == null || range.getValue() < number) {
            return false;
        }
        ranges.remove(range.getKey());
        if (range.getKey() < number) {
            ranges.put(range.getKey(), number - 1);
        }
        if (number < range.getValue()) {
            ranges.put(number + 1, range.getValue());
        }
        return true;
    }

    boolean isEmpty() {
        return ranges.isEmpty() && forgottenCount == 0;
    }

    /// First number that never came; 0 if all came.
    long first() {
        if (forgottenFirst > 0) {
            return forgottenFirst;
        }
        return ranges.isEmpty() ? 0 : ranges.firstKey();
    }

    /// How many never came.
    long count() {
        long count = forgottenCount;
        for (Map.Entry<Long, Long> range : ranges.entrySet()) {
            count += range.getValue() - range.getKey() + 1;
        }
        return count;
    }
}
