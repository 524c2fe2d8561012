package manumit.matching.knowledge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Name parts that are the same name in other writings or languages.
///
/// A part belongs to groups; two parts are related when they share one. Group numbers are ascending
/// by closeness of the relation, so that the first number in common is the closest relation. All
/// arguments are Latin spellings, lower case, a to z. Thread-safe.
public final class Equivalents {

    private static final int[] NO_GROUPS = {};

    private static final Map<String, int[]> GROUPS = new HashMap<>();

    /// Relation by group number.
    private static final Relation[] RELATIONS;

    static {
        List<String[]> rows = Table.load("equivalents.tsv");
        RELATIONS = new Relation[rows.size()];
        for (int group = 0; group < rows.size(); group++) {
            String[] fields = rows.get(group);
            RELATIONS[group] = Relation.valueOf(fields[0]);
            for (String spelling : fields[1].split(" ", -1)) {
                GROUPS.merge(spelling, new int[] {group}, Equivalents::joined);
            }
        }
    }

    private Equivalents() {}

    private static int[] joined(int[] some, int[] more) {
        int[] all = new int[some.length + more.length];
        System.arraycopy(some, 0, all, 0, some.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    /// The closest relation of two parts; {@link Relation#SPELLING} for equal ones.
    public static Relation between(String a, String b) {
        if (a.equals(b)) {
            return Relation.SPELLING;
        }
        int[] left = GROUPS.getOrDefault(a, NO_GROUPS);
        if (left.length == 0) {
            return Relation.NONE;
        }
        int[] right = GROUPS.getOrDefault(b, NO_GROUPS);
        for (int i = 0, j = 0; i < left.length && j < right.length; ) {
            if (left[i] == right[j]) {
                return RELATIONS[left[i]];
            }
            if (left[i] < right[j]) {
                i++;
            } else {
                j++;
            }
        }
        return Relation.NONE;
    }

    /// Numbers of the groups a part belongs to, ascending, closest relation first; empty where
    /// none. Numbers are stable within one version of the tables, from 0 to {@link #groupCount()}.
    public static int[] groups(String spelling) {
        int[] groups = GROUPS.get(spelling);
        return groups == null ? NO_GROUPS : groups.clone();
    }

    /// Relation that joins the members of a group.
    public static Relation relation(int group) {
        return RELATIONS[group];
    }

    /// Number of groups.
    public static int groupCount() {
        return RELATIONS.length;
    }
}
