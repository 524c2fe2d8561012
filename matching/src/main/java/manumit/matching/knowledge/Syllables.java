package manumit.matching.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Takes joined Chinese, Korean and Vietnamese names in Latin letters apart: `jinping` is `jin
/// ping`. Lower case, a to z. Thread-safe.
public final class Syllables {

    /// Longest syllable: `zhuang`, `nghieng`.
    private static final int LONGEST = 7;

    /// Longest part looked at: three or four syllables.
    private static final int MAX_LENGTH = 24;

    /// Kinds of syllables.
    public enum Kind {
        PINYIN,
        WADE_GILES,
        KOREAN,
        VIETNAMESE
    }

    private static final Kind[] KINDS = Kind.values();

    private static final Map<Kind, Set<String>> SYLLABLES = new EnumMap<>(Kind.class);

    static {
        for (String[] fields : Table.load("syllables.tsv")) {
            SYLLABLES.put(
                    Kind.valueOf(fields[0]),
                    new HashSet<>(Arrays.asList(fields[1].split(" ", -1))));
        }
    }

    private Syllables() {}

    /// The kinds that this is one syllable of: bit k stands for the kind with ordinal k.
    @SuppressWarnings("EnumOrdinal") // bits of one answer, never stored
    public static int kindBits(String part) {
        int bits = 0;
        if (part.length() <= LONGEST) {
            for (Kind kind : KINDS) {
                if (isSyllable(part, kind)) {
                    bits |= 1 << kind.ordinal();
                }
            }
        }
        return bits;
    }

    /// Is this one syllable of the given kind?
    public static boolean isSyllable(String part, Kind kind) {
        return SYLLABLES.getOrDefault(kind, Set.of()).contains(part);
    }

    /// The syllables of a part if it is made of two to four of one kind, tried in the order of
    /// {@link Kind}; otherwise the part alone. Of several ways to cut, the fewest syllables, then
    /// the longest first syllable.
    public static List<String> split(String part) {
        for (Kind kind : Kind.values()) {
            List<String> syllables = split(part, kind);
            if (syllables.size() > 1) {
                return syllables;
            }
            if (isSyllable(part, kind)) {
                return List.of(part);
            }
        }
        return List.of(part);
    }

    /// As {@link #split(String)}, for one kind.
    public static List<String> split(String part, Kind kind) {
        int length = part.length();
        Set<String> known = SYLLABLES.getOrDefault(kind, Set.of());
        if (length < 3 || length > MAX_LENGTH || known.contains(part)) {
            return List.of(part);
        }
        // Fewest syllables of the rest from each place, and the length of the first of them.
        int[] count = new int[length + 1];
        int[] first = new int[length];
        Arrays.fill(count, MAX_LENGTH);
        count[length] = 0;
        for (int start = length - 1; start >= 0; start--) {
            for (int size = Math.min(LONGEST, length - start); size >= 1; size--) {
                int next = count[start + size] + 1;
                if (next < count[start] && known.contains(part.substring(start, start + size))) {
                    count[start] = next;
                    first[start] = size;
                }
            }
        }
        if (count[0] < 2 || count[0] > 4) {
            return List.of(part);
        }
        List<String> result = new ArrayList<>(count[0]);
        for (int at = 0; at < length; at += first[at]) {
            result.add(part.substring(at, at + first[at]));
        }
        return List.copyOf(result);
    }

    /// Are two joined names syllable by syllable the same in different romanisations, as `zemin`
    /// and `tsemin`?
    public static boolean sameSyllables(String a, String b) {
        for (Kind left : Kind.values()) {
            List<String> some = split(a, left);
            if (some.size() < 2) {
                continue;
            }
            for (Kind right : Kind.values()) {
                if (pairwise(some, split(b, right))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean pairwise(List<String> some, List<String> others) {
        if (some.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < some.size(); i++) {
            Relation relation = Equivalents.between(some.get(i), others.get(i));
            if (relation != Relation.SPELLING && relation != Relation.ROMANISATION) {
                return false;
            }
        }
        return true;
    }
}
