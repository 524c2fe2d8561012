package manumit.matching.similarity;

/// The fold of {@link Letters#latin} written down rule by rule, to hold the table-driven one to it.
final class PlainLetters {

    private static final int MAX_LENGTH = Letters.MAX_LENGTH;

    private static final int MAX_INPUT = 4 * MAX_LENGTH;

    private PlainLetters() {}

    static String latin(String spelling) {
        String s = onlyLatin(spelling);
        StringBuilder out = new StringBuilder(s.length());
        int i = 0;
        while (i < s.length() && out.length() < MAX_LENGTH) {
            int used = unit(s, i, out);
            i += used;
        }
        // One unit may bring two letters.
        out.setLength(Math.min(out.length(), MAX_LENGTH));
        int n = out.length();
        // A final h after a vowel is silent in the romanisations: Fatimah, Abdullah, Sarah.
        if (n > 3 && out.charAt(n - 1) == 'h' && isVowel(out.charAt(n - 2))) {
            out.setLength(n - 1);
        }
        return out.toString();
    }

    private static boolean isVowel(char letter) {
        return "aeiouAEOUI".indexOf(letter) >= 0;
    }

    private static String onlyLatin(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length() && out.length() < MAX_INPUT; i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z') {
                out.append(c);
            }
        }
        return out.toString();
    }

    /// Appends the unit that begins at `i` and returns how many characters it took.
    private static int unit(String s, int i, StringBuilder out) {
        char c = s.charAt(i);
        char next = at(s, i + 1);
        switch (c) {
            case 's' -> {
                if (s.startsWith("shch", i)) {
                    return put(put(4, 'S', out), 'C', out);
                }
                if (s.startsWith("sch", i)) {
                    return put(3, 'S', out);
                }
                if (next == 'h' || next == 'z') {
                    return put(2, 'S', out);
                }
            }
            case 't' -> {
                if (s.startsWith("tsch", i) || s.startsWith("tzsch", i)) {
                    return put(s.startsWith("tz", i) ? 5 : 4, 'C', out);
                }
                if (s.startsWith("tch", i) || s.startsWith("tsh", i)) {
                    return put(3, 'C', out);
                }
                if (next == 's' || next == 'z') {
                    return put(2, 'Q', out);
                }
                if (next == 'h') {
                    return put(2, 'T', out);
                }
            }
            case 'c' -> {
                if (next == 'h' || next == 'z') {
                    return put(2, 'C', out);
                }
                if (next == 'k' || next == 'q') {
                    return put(2, 'k', out);
                }
                if ("aoulrc".indexOf(next) >= 0) {
                    return put(1, 'k', out);
                }
            }
            case 'd' -> {
                if (s.startsWith("dzh", i) || s.startsWith("dsh", i)) {
                    return put(3, 'j', out);
                }
                if (next == 'j') {
                    return put(2, 'j', out);
                }
                if (next == 'h') {
                    return put(2, 'D', out);
                }
            }
            case 'z' -> {
                if (next == 'h') {
                    return put(2, 'Z', out);
                }
            }
            case 'k' -> {
                if (next == 'h') {
                    return put(2, 'K', out);
                }
            }
            case 'g' -> {
                if (next == 'h') {
                    return put(2, 'G', out);
                }
            }
            case 'p' -> {
                if (next == 'h') {
                    return put(2, 'f', out);
                }
            }
            case 'x' -> {
                if (i > 0) {
                    return put(put(1, 'k', out), 's', out);
                }
            }
            case 'o' -> {
                if (next == 'o' || next == 'u') {
                    return put(2, 'U', out);
                }
            }
            case 'a' -> {
                if (next == 'u' || (next == 'w' && !isVowelLetter(at(s, i + 2)))) {
                    return put(2, 'O', out);
                }
                if (next == 'i' || (next == 'y' && !isVowelLetter(at(s, i + 2)))) {
                    return put(2, 'A', out);
                }
            }
            case 'e' -> {
                if (next == 'e') {
                    return put(2, 'I', out);
                }
                if (next == 'i' || (next == 'y' && !isVowelLetter(at(s, i + 2)))) {
                    return put(2, 'E', out);
                }
            }
            case 'i', 'y' -> {
                if (next == 'i' || next == 'y') {
                    return put(2, 'i', out);
                }
                if (next == 'e' && !isVowelLetter(at(s, i + 2))) {
                    if (i > 0) {
                        return put(2, 'i', out);
                    }
                }
                if (c == 'y' && !isVowelLetter(next)) {
                    return put(1, 'i', out);
                }
            }
            default -> {
                // stands for itself
            }
        }
        return put(1, c, out);
    }

    private static int put(int used, char letter, StringBuilder out) {
        int n = out.length();
        if (n == 0 || out.charAt(n - 1) != letter) {
            out.append(letter);
        }
        return used;
    }

    private static char at(String s, int i) {
        return i < s.length() ? s.charAt(i) : ' ';
    }

    private static boolean isVowelLetter(char c) {
        return "aeiou".indexOf(c) >= 0;
    }
}
