package manumit.hub.checks;

import java.util.Optional;
import java.util.UUID;

/// Numbers of recent checks and their identifiers, in a ring of two arrays; 16 bytes each.
final class RecentIds {

    private final long[] high;
    private final long[] low;
    private long next;

    RecentIds(int most) {
        high = new long[most];
        low = new long[most];
    }

    /// @return its number: one more than the last
    synchronized long add(UUID id) {
        int slot = (int) (next % high.length);
        high[slot] = id.getMostSignificantBits();
        low[slot] = id.getLeastSignificantBits();
        return next++;
    }

    /// Empty for one that was overwritten since.
    synchronized Optional<UUID> find(long number) {
        if (number < 0 || number >= next || number < next - high.length) {
            return Optional.empty();
        }
        int slot = (int) (number % high.length);
        return Optional.of(new UUID(high[slot], low[slot]));
    }
}
