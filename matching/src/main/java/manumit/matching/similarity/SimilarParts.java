package manumit.matching.similarity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import manumit.matching.text.Script;
import org.jspecify.annotations.Nullable;

/// A set of parts that can be asked which of them are similar to a given part. The answer is
/// exactly what {@link PartSimilarity#between} gives for each of them. Immutable and thread-safe.
///
/// Candidates come from what makes two parts similar: the same writing, a group of equivalents, a
/// Latin spelling at little cost ({@link SpellingTree}), or a learned table of another script, for
/// which all parts of that script are candidates. Each candidate is then compared.
public final class SimilarParts {

    private final List<Part> parts;
    private final double floor;
    private final SpellingTree spellings;
    private final Map<String, int[]> byWriting;
    private final Map<Integer, int[]> byGroup;
    private final int[] latin;
    private final int[] others;

    /// @param parts distinct parts; their numbers are their places here
    /// @param floor similarity from which a part is similar, above 0
    public SimilarParts(List<Part> parts, double floor) {
        if (floor <= 0 || floor > 1) {
            throw new IllegalArgumentException("floor: " + floor + " is outside 0 to 1");
        }
        this.parts = List.copyOf(parts);
        this.floor = floor;
        SpellingTree.Builder tree = new SpellingTree.Builder();
        Map<String, List<Integer>> writings = new HashMap<>();
        Map<Integer, List<Integer>> groups = new HashMap<>();
        List<Integer> latinIds = new ArrayList<>();
        List<Integer> otherIds = new ArrayList<>();
        for (int id = 0; id < parts.size(); id++) {
            Part part = parts.get(id);
            for (byte[] code : part.allCodes()) {
                tree.add(code, id);
            }
            for (String writing : part.writings()) {
                writings.computeIfAbsent(writing, w -> new ArrayList<>()).add(id);
            }
            for (int group : part.groups) {
                groups.computeIfAbsent(group, g -> new ArrayList<>()).add(id);
            }
            (part.script() == Script.LATIN ? latinIds : otherIds).add(id);
        }
        spellings = tree.build();
        byWriting = arrays(writings);
        byGroup = arrays(groups);
        latin = array(latinIds);
        others = array(otherIds);
    }

    /// Numbers of the similar parts, ascending.
    public int[] similar(Part part) {
        BitSet candidates = new BitSet(parts.size());
        for (byte[] code : part.allCodes()) {
            spellings.forEachSimilar(code, floor, candidates::set);
        }
        for (String writing : part.writings()) {
            setAll(candidates, byWriting.get(writing));
        }
        for (int group : part.groups) {
            setAll(candidates, byGroup.get(group));
        }
        if (part.script() == Script.LATIN) {
            for (int id : others) {
                if (!candidates.get(id) && PartSimilarity.isLearned(part, parts.get(id), floor)) {
                    candidates.set(id);
                }
            }
        } else if (PartSimilarity.hasTable(part.script())) {
            for (int id : latin) {
                if (!candidates.get(id) && PartSimilarity.isLearned(parts.get(id), part, floor)) {
                    candidates.set(id);
                }
            }
        }
        return candidates.stream()
                .filter(id -> PartSimilarity.between(part, parts.get(id), floor) >= floor)
                .toArray();
    }

    private static void setAll(BitSet set, int @Nullable [] ids) {
        if (ids != null) {
            for (int id : ids) {
                set.set(id);
            }
        }
    }

    private static <K> Map<K, int[]> arrays(Map<K, List<Integer>> lists) {
        Map<K, int[]> arrays = new HashMap<>();
        lists.forEach((key, list) -> arrays.put(key, array(list)));
        return arrays;
    }

    private static int[] array(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public String toString() {
        return "SimilarParts[" + parts.size() + "]";
    }
}
