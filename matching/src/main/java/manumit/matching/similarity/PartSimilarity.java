package manumit.matching.similarity;

import java.util.concurrent.atomic.AtomicReferenceArray;
import manumit.matching.knowledge.Equivalents;
import manumit.matching.text.Script;
import org.jspecify.annotations.Nullable;

/// How alike two parts of names are.
///
/// 1 says that both are spelled the same; .9 and more, spellings of one name; around .5, as alike
/// as the best of a few hundred unrelated parts; below, the value still orders. Symmetric,
/// deterministic, thread-safe.
///
/// Steps: two Latin parts, or two of one other script, by {@link LatinCosts} on their Latin forms;
/// a Latin part and one of another script by the learned {@link LetterTable} of that script; two of
/// different other scripts by their Latin forms. Then the rules of which no letter table knows:
/// gendered surnames, false friends, known equivalents ({@link Equivalents}).
public final class PartSimilarity {

    /// Most for two forms that differ in a final vowel only, such as Maria and Mario.
    public static final double FALSE_FRIEND_CAP = .62;

    /// What a gendered Slavic ending costs.
    public static final double GENDERED_ENDING = .05;

    /// Least for parts that the knowledge tables hold to be spellings of one name.
    public static final double EQUIVALENT_SPELLING = .93;

    /// Least for two romanisations of one part that other parts share too, such as Kim and Gim.
    public static final double EQUIVALENT_ROMANISATION = .80;

    /// Least for parts known as one name in two languages, such as Yusuf and Joseph.
    public static final double EQUIVALENT_TRANSLATION = .82;

    /// Least for a name and its short or pet form.
    public static final double EQUIVALENT_NICKNAME = .72;

    // Parts of up to three letters that are not equal: one letter is half the name.
    private static final double SHORT = .85;

    private static final int SHORT_LENGTH = 3;

    // Same letters after the fold, other spelling: Yusuf, Youssouf.
    private static final double FOLDED = .98;

    // Below this the similarity falls exponentially instead of becoming negative.
    private static final double TAIL = .25;

    // From here a learned table decides alone.
    private static final double LEARNED_ENOUGH = .9;

    private static final AtomicReferenceArray<@Nullable LetterTable> TABLES =
            new AtomicReferenceArray<>(Script.values().length);

    private PartSimilarity() {}

    /// Similarity in [0, 1].
    public static double between(Part a, Part b) {
        return between(a, b, 0);
    }

    /// Similarity in [0, 1], exact where it is at least the floor; any value below the floor where
    /// the exact one is below it.
    ///
    /// @param floor in [0, 1]; the higher, the earlier poor pairs are given up
    public static double between(Part a, Part b, double floor) {
        if (a.written().equals(b.written())) {
            return 1;
        }
        double similarity = plain(a, b, floor);
        if (a.masculine != null && b.hasMasculineEnding()) {
            similarity = Math.max(similarity, plain(a.masculine, b, floor) - GENDERED_ENDING);
        } else if (b.masculine != null && a.hasMasculineEnding()) {
            similarity = Math.max(similarity, plain(a, b.masculine, floor) - GENDERED_ENDING);
        }
        double known = knowledge(a, b);
        return known > similarity ? known : similarity;
    }

    /// What is known of the two beyond their letters: at least so alike; 0 where nothing is known.
    private static double knowledge(Part a, Part b) {
        int[] left = a.groups;
        int[] right = b.groups;
        for (int i = 0, j = 0; i < left.length && j < right.length; ) {
            if (left[i] == right[j]) {
                return switch (Equivalents.relation(left[i])) {
                    case SPELLING -> EQUIVALENT_SPELLING;
                    case ROMANISATION -> EQUIVALENT_ROMANISATION;
                    case TRANSLATION -> EQUIVALENT_TRANSLATION;
                    case NICKNAME -> EQUIVALENT_NICKNAME;
                    case NONE -> 0;
                };
            }
            if (left[i] < right[j]) {
                i++;
            } else {
                j++;
            }
        }
        return 0;
    }

    private static double plain(Part a, Part b, double floor) {
        boolean latinA = a.script() == Script.LATIN;
        boolean latinB = b.script() == Script.LATIN;
        if (latinA == latinB) {
            return a.script() == b.script() && !latinA
                    ? sameScript(a, b, floor)
                    : latin(a, b, floor);
        }
        return latinA ? acrossScripts(a, b, floor) : acrossScripts(b, a, floor);
    }

    private static double sameScript(Part a, Part b, double floor) {
        if (a.nativeForms().equals(b.nativeForms()) && !a.nativeForms().isEmpty()) {
            return 1;
        }
        if (a.codes.length == 0 || b.codes.length == 0) {
            return 0;
        }
        return Math.min(FOLDED, latin(a, 0, b, 0, floor));
    }

    private static double acrossScripts(Part latin, Part other, double floor) {
        LetterTable table = table(other.script());
        if (table == null) {
            return latin(latin, other, floor);
        }
        // Exact from where it alone decides.
        double best = learned(latin, other, table, Math.min(floor, LEARNED_ENOUGH));
        return best >= LEARNED_ENOUGH
                ? best
                : Math.max(best, latin(latin, other, Math.max(best, floor)));
    }

    private static double learned(Part latin, Part other, LetterTable table, double floor) {
        double best = 0;
        LetterTable.Coded[] rights = other.rightCoded(table);
        for (LetterTable.Coded left : latin.leftCoded(other.script(), table)) {
            for (LetterTable.Coded right : rights) {
                best = Math.max(best, table.similarity(left, right, Math.max(best, floor)));
            }
        }
        return best;
    }

    /// Does the learned table alone make a Latin part and one of another script that similar?
    static boolean isLearned(Part latin, Part other, double floor) {
        LetterTable table = table(other.script());
        if (table == null) {
            return false;
        }
        return learned(latin, other, table, floor) >= floor
                || (latin.masculine != null
                        && learned(latin.masculine, other, table, floor) >= floor)
                || (other.masculine != null
                        && learned(latin, other.masculine, table, floor) >= floor);
    }

    /// The cost from which two spellings are certainly less alike than the floor, as {@link
    /// #latin(Part, int, Part, int, double)} has it. Equal spellings cost 0 and never reach it; on
    /// the tail nothing is cut.
    static int limit(double floor, int weight) {
        return floor <= TAIL
                ? LatinCosts.UNLIMITED
                : (int) (Math.max(0, 1 - floor / FOLDED) * weight) + 2;
    }

    /// Most similarity of two spellings, one of them of that weight, that differ at that cost; at
    /// least what {@link #latin(Part, int, Part, int, double)} says.
    static double mostAlike(int cost, int weight) {
        return Math.max(TAIL, FOLDED * (1 - cost / (double) weight));
    }

    private static double latin(Part a, Part b, double floor) {
        if (a.codes.length == 1 && b.codes.length == 1) {
            return latin(a, 0, b, 0, floor);
        }
        double best = 0;
        for (int i = 0; i < a.codes.length; i++) {
            for (int j = 0; j < b.codes.length; j++) {
                best = Math.max(best, latin(a, i, b, j, Math.max(best, floor)));
            }
        }
        return best;
    }

    private static double latin(Part a, int i, Part b, int j, double floor) {
        byte[] left = a.codes[i];
        byte[] right = b.codes[j];
        int weight = Math.max(a.weights[i], b.weights[j]);
        int limit = limit(floor, weight);
        if (limit < LatinCosts.UNLIMITED
                && (LatinCosts.leastCost(left, b.reach(j)) >= limit
                        || LatinCosts.leastCost(right, a.reach(i)) >= limit)) {
            return 0;
        }
        int cost = LatinCosts.shared().cost(left, right, b.masks[j], limit);
        if (cost >= limit) {
            return 0;
        }
        if (cost == 0) {
            return a.sources.get(i).equals(b.sources.get(j)) ? 1 : FOLDED;
        }
        double linear = FOLDED * (1 - cost / (double) weight);
        if (left.length <= SHORT_LENGTH && right.length <= SHORT_LENGTH && linear > 0) {
            linear *= SHORT;
        }
        double similarity = linear >= TAIL ? linear : TAIL * Math.exp((linear - TAIL) / TAIL);
        return similarity > FALSE_FRIEND_CAP && areFalseFriends(left, right)
                ? FALSE_FRIEND_CAP
                : similarity;
    }

    /// Do the forms differ only in that one ends in a, the other in o or without a vowel?
    private static boolean areFalseFriends(byte[] a, byte[] b) {
        int n = a.length;
        int m = b.length;
        if (Math.abs(n - m) > 1 || n < 3 || m < 3) {
            return false;
        }
        int same = n == m ? n - 1 : Math.min(n, m);
        for (int k = 0; k < same; k++) {
            if (a[k] != b[k]) {
                return false;
            }
        }
        if (n == m) {
            return (a[n - 1] == LatinCosts.A && b[n - 1] == LatinCosts.O)
                    || (a[n - 1] == LatinCosts.O && b[n - 1] == LatinCosts.A);
        }
        return (n > m ? a[n - 1] : b[m - 1]) == LatinCosts.A;
    }

    /// Is there a learned table between this script and Latin letters?
    static boolean hasTable(Script script) {
        return table(script) != null;
    }

    @SuppressWarnings("EnumOrdinal") // a place in a cache, never stored
    private static @Nullable LetterTable table(Script script) {
        String name =
                switch (script) {
                    case ARABIC -> "arabic.tsv";
                    case CYRILLIC -> "cyrillic.tsv";
                    case HEBREW -> "hebrew.tsv";
                    case HAN -> "han.tsv";
                    case HANGUL -> "hangul.tsv";
                    case GREEK -> "greek.tsv";
                    case KANA -> "kana.tsv";
                    case LATIN, DEVANAGARI, GEORGIAN, ARMENIAN, OTHER -> null;
                };
        if (name == null) {
            return null;
        }
        LetterTable table = TABLES.get(script.ordinal());
        if (table == null) {
            table = LetterTable.ofResource(name);
            TABLES.set(script.ordinal(), table);
        }
        return table;
    }
}
