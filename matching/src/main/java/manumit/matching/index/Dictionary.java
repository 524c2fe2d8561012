package manumit.matching.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import manumit.matching.similarity.Part;
import manumit.matching.similarity.SimilarParts;

/// The distinct parts of all names of a snapshot, each with the records whose names have it.
/// Immutable but for what it remembers. Thread-safe.
///
/// Similar parts are found by {@link SimilarParts}, exactly as comparing with each would.
/// Travellers' names repeat, so answers are remembered.
final class Dictionary {

    /// Most look-ups that are remembered; later ones are computed each time.
    private static final int MAX_REMEMBERED = 200_000;

    private final List<Part> parts;
    private final SimilarParts similar;

    /// Records by part: ordinals, ascending.
    private final int[][] records;

    private final Map<Part, int[]> remembered = new ConcurrentHashMap<>();

    private Dictionary(List<Part> parts, int[][] records, double minSimilarity) {
        this.parts = List.copyOf(parts);
        this.records = records;
        this.similar = new SimilarParts(parts, minSimilarity);
    }

    /// Collects parts.
    static final class Builder {
        private final Map<Part, Integer> ids = new HashMap<>();
        private final List<Part> parts = new ArrayList<>();
        private final List<IntList> records = new ArrayList<>();

        void add(Part part, int record) {
            Integer id = ids.get(part);
            if (id == null) {
                id = parts.size();
                ids.put(part, id);
                parts.add(part);
                records.add(new IntList());
            }
            records.get(id).addAscending(record);
        }

        /// @param minSimilarity similarity from which a part counts as found
        Dictionary build(double minSimilarity) {
            return new Dictionary(
                    parts,
                    records.stream().map(IntList::toArray).toArray(int[][]::new),
                    minSimilarity);
        }
    }

    /// Marks the records that have a part similar to this one.
    void mark(Part part, Marks marks) {
        for (int id : similar(part)) {
            for (int record : records[id]) {
                marks.mark(record);
            }
        }
    }

    private int[] similar(Part part) {
        int[] known = remembered.get(part);
        if (known != null) {
            return known;
        }
        int[] found = similar.similar(part);
        if (remembered.size() < MAX_REMEMBERED) {
            remembered.put(part, found);
        }
        return found;
    }

    /// Marks the records that have a part beginning with these letters.
    void markBeginning(String letters, Marks marks) {
        for (int id = 0; id < parts.size(); id++) {
            if (parts.get(id).spellings().getFirst().startsWith(letters)) {
                for (int record : records[id]) {
                    marks.mark(record);
                }
            }
        }
    }

    /// A growing list of numbers.
    private static final class IntList {
        private int[] values = new int[4];
        private int size;

        void add(int value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        void addAscending(int value) {
            if (size == 0 || values[size - 1] != value) {
                add(value);
            }
        }

        int[] toArray() {
            return Arrays.copyOf(values, size);
        }
    }
}
