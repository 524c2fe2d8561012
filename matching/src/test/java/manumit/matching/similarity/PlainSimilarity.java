package manumit.matching.similarity;

import manumit.matching.knowledge.Equivalents;

/// {@link PartSimilarity} of Latin parts by the formula alone, without bounds and shortcuts, to
/// hold the fast one to it.
final class PlainSimilarity {

    private static final int N = Letters.LATIN.length();

    private PlainSimilarity() {}

    static double between(Part a, Part b) {
        if (a.written().equals(b.written())) {
            return 1;
        }
        double similarity = plain(a, b);
        if (a.masculine != null && b.hasMasculineEnding()) {
            similarity =
                    Math.max(similarity, plain(a.masculine, b) - PartSimilarity.GENDERED_ENDING);
        } else if (b.masculine != null && a.hasMasculineEnding()) {
            similarity =
                    Math.max(similarity, plain(a, b.masculine) - PartSimilarity.GENDERED_ENDING);
        }
        return Math.max(similarity, known(a, b));
    }

    private static double known(Part a, Part b) {
        int closest = Integer.MAX_VALUE;
        for (int left : a.groups) {
            for (int right : b.groups) {
                closest = left == right ? Math.min(closest, left) : closest;
            }
        }
        if (closest == Integer.MAX_VALUE) {
            return 0;
        }
        return switch (Equivalents.relation(closest)) {
            case SPELLING -> PartSimilarity.EQUIVALENT_SPELLING;
            case ROMANISATION -> PartSimilarity.EQUIVALENT_ROMANISATION;
            case TRANSLATION -> PartSimilarity.EQUIVALENT_TRANSLATION;
            case NICKNAME -> PartSimilarity.EQUIVALENT_NICKNAME;
            case NONE -> 0;
        };
    }

    private static double plain(Part a, Part b) {
        double best = 0;
        for (int i = 0; i < a.codes.length; i++) {
            for (int j = 0; j < b.codes.length; j++) {
                best = Math.max(best, plain(a, i, b, j));
            }
        }
        return best;
    }

    private static double plain(Part a, int i, Part b, int j) {
        int cost = cost(a.codes[i], b.codes[j]);
        if (cost == 0) {
            return a.sources.get(i).equals(b.sources.get(j)) ? 1 : .98;
        }
        double linear = .98 * (1 - cost / (double) Math.max(a.weights[i], b.weights[j]));
        String left = a.forms().get(i);
        String right = b.forms().get(j);
        if (left.length() <= 3 && right.length() <= 3 && linear > 0) {
            linear *= .85;
        }
        double similarity = linear >= .25 ? linear : .25 * Math.exp((linear - .25) / .25);
        return areFalseFriends(left, right)
                ? Math.min(similarity, PartSimilarity.FALSE_FRIEND_CAP)
                : similarity;
    }

    private static boolean areFalseFriends(String a, String b) {
        if (a.length() < 3 || b.length() < 3) {
            return false;
        }
        String stem = a.substring(0, a.length() - 1);
        return a.equals(b + "a")
                || b.equals(a + "a")
                || (a.endsWith("a") && b.equals(stem + "o"))
                || (a.endsWith("o") && b.equals(stem + "a"));
    }

    /// Cost of the cheapest edits, the whole table.
    static int cost(byte[] a, byte[] b) {
        int[] deletions = LatinCosts.shared().deletions;
        int[][] table = new int[a.length + 1][b.length + 1];
        for (int j = 1; j <= b.length; j++) {
            table[0][j] = table[0][j - 1] + deletions[b[j - 1]];
        }
        for (int i = 1; i <= a.length; i++) {
            table[i][0] = table[i - 1][0] + deletions[a[i - 1]];
            for (int j = 1; j <= b.length; j++) {
                int letter = a[i - 1];
                int other = b[j - 1];
                int value =
                        table[i - 1][j - 1] + LatinCosts.shared().substitutions[letter * N + other];
                value = Math.min(value, table[i - 1][j] + deletions[letter]);
                value = Math.min(value, table[i][j - 1] + deletions[other]);
                if (i > 1 && j > 1 && letter == b[j - 2] && other == a[i - 2]) {
                    value = Math.min(value, table[i - 2][j - 2] + LatinCosts.SWAP);
                }
                if (i > 1 && isMisread(a[i - 2], letter, other)) {
                    value = Math.min(value, table[i - 2][j - 1] + LatinCosts.MISREAD);
                }
                if (j > 1 && isMisread(b[j - 2], other, letter)) {
                    value = Math.min(value, table[i - 1][j - 2] + LatinCosts.MISREAD);
                }
                table[i][j] = value;
            }
        }
        return table[a.length][b.length];
    }

    /// rn read as m.
    private static boolean isMisread(int first, int second, int one) {
        return first == Letters.LATIN.indexOf('r')
                && second == Letters.LATIN.indexOf('n')
                && one == Letters.LATIN.indexOf('m');
    }
}
