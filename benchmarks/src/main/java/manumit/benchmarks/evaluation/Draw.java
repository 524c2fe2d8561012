package manumit.benchmarks.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/// Drawing by lot that depends only on the seed and on what is drawn from, never on the order of
/// threads.
final class Draw {

    private Draw() {}

    /// A well mixed 64-bit number of a seed and a text.
    static long hash(long seed, String text) {
        long h = seed * 0x9E3779B97F4A7C15L;
        for (int i = 0; i < text.length(); i++) {
            h = (h ^ text.charAt(i)) * 0x100000001B3L;
        }
        return mix(h);
    }

    /// The finaliser of SplitMix64.
    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    static SplittableRandom random(long seed, String purpose) {
        return new SplittableRandom(hash(seed, purpose));
    }

    /// Up to `size` members, chosen by their hash; in the order of the hash.
    static <T> List<T> sample(List<T> from, int size, long seed) {
        record Keyed<T>(long key, T value) {}
        List<Keyed<T>> keyed = new ArrayList<>(from.size());
        for (int i = 0; i < from.size(); i++) {
            keyed.add(new Keyed<>(hash(seed, Integer.toString(i)), from.get(i)));
        }
        keyed.sort(Comparator.comparingLong(Keyed::key));
        return keyed.stream().limit(size).map(Keyed::value).toList();
    }

    static <T> T any(List<T> from, SplittableRandom random) {
        return from.get(random.nextInt(from.size()));
    }
}
