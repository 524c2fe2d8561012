package manumit.matching.similarity;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/// Spellings in a tree of their letters, so that beginnings they share are compared once.
/// Immutable.
final class SpellingTree {

    private final byte letter;

    /// Weight of the spelling that ends here; 0 where none does.
    private int weight;

    /// Greatest weight of a spelling that passes here.
    private int heaviest;

    private int[] ids = {};
    private SpellingTree[] children = {};

    private SpellingTree(byte letter) {
        this.letter = letter;
    }

    /// Collects spellings, each with the number of the part it belongs to.
    static final class Builder {
        private final TreeMap<String, List<Integer>> ids = new TreeMap<>();
        private final TreeMap<String, byte[]> spellings = new TreeMap<>();

        void add(byte[] spelling, int id) {
            StringBuilder key = new StringBuilder(spelling.length);
            for (byte letter : spelling) {
                key.append((char) (letter + 1));
            }
            spellings.putIfAbsent(key.toString(), spelling);
            List<Integer> known = ids.computeIfAbsent(key.toString(), k -> new ArrayList<>());
            if (known.isEmpty() || known.getLast() != id) {
                known.add(id);
            }
        }

        SpellingTree build() {
            SpellingTree root = new SpellingTree((byte) 0);
            List<byte[]> sorted = new ArrayList<>(spellings.values());
            List<int[]> numbers =
                    ids.values().stream()
                            .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                            .toList();
            root.fill(sorted, numbers, 0, sorted.size(), 0);
            return root;
        }
    }

    /// Takes in the spellings `from` to `to`, which share their first `depth` letters.
    private void fill(List<byte[]> spellings, List<int[]> numbers, int from, int to, int depth) {
        int first = from;
        if (first < to && spellings.get(first).length == depth) {
            weight = LatinCosts.shared().weight(spellings.get(first));
            heaviest = weight;
            ids = numbers.get(first);
            first++;
        }
        List<SpellingTree> below = new ArrayList<>();
        while (first < to) {
            byte next = spellings.get(first)[depth];
            int end = first;
            while (end < to && spellings.get(end)[depth] == next) {
                end++;
            }
            SpellingTree child = new SpellingTree(next);
            child.fill(spellings, numbers, first, end, depth + 1);
            heaviest = Math.max(heaviest, child.heaviest);
            below.add(child);
            first = end;
        }
        children = below.toArray(SpellingTree[]::new);
    }

    /// Hands over the numbers of all spellings that could be similar, some perhaps twice.
    ///
    /// None is missed whose {@link LatinCosts#cost} is at most (1 − floor) times the greater of
    /// both weights. A way through the table passes each row or, by a swap or a misread pair, jumps
    /// over one, and costs never shrink along it; so where two rows in a row lie above what the
    /// heaviest spelling below may cost, no spelling below is similar enough.
    void forEachSimilar(byte[] spelling, double floor, IntConsumer found) {
        Walk walk = new Walk(spelling, floor, found);
        for (SpellingTree child : children) {
            child.walk(walk, 1, 0);
        }
    }

    /// What a walk through the tree carries along.
    private static final class Walk {
        private final byte[] spelling;
        private final int weight;
        private final double share;
        private final IntConsumer found;

        /// One row of the table of costs for each letter on the way.
        private final int[][] rows;

        /// Letters on the way, from index 1.
        private final byte[] grown = new byte[Letters.MAX_LENGTH + 2];

        Walk(byte[] spelling, double floor, IntConsumer found) {
            this.spelling = spelling;
            this.weight = LatinCosts.shared().weight(spelling);
            this.share = 1 - floor;
            this.found = found;
            this.rows = new int[Letters.MAX_LENGTH + 2][spelling.length + 1];
            LatinCosts.shared().firstRow(rows[0], spelling);
        }

        int limit(int otherWeight) {
            return (int) (share * Math.max(weight, otherWeight)) + 2;
        }
    }

    private void walk(Walk walk, int depth, int lowestAbove) {
        walk.grown[depth] = letter;
        int lowest = LatinCosts.shared().nextRow(walk.rows, walk.grown, depth, walk.spelling);
        if (Math.min(lowest, lowestAbove) > walk.limit(heaviest)) {
            return;
        }
        if (ids.length > 0 && walk.rows[depth][walk.spelling.length] <= walk.limit(weight)) {
            for (int id : ids) {
                walk.found.accept(id);
            }
        }
        for (SpellingTree child : children) {
            child.walk(walk, depth + 1, lowest);
        }
    }
}
