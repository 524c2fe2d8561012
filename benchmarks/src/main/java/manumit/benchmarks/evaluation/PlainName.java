package manumit.benchmarks.evaluation;

import com.ibm.icu.text.Transliterator;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/// A name as the baselines see it: ICU's Any-Latin in lower case, split at anything but letters.
/// Independent of the matcher under test, so that it can also choose pairs without favour.
final class PlainName {

    private static final Transliterator ANY_LATIN =
            Transliterator.getInstance(
                    "NFKC; Any-Latin; NFD; [:M:] Remove; NFC; Latin-ASCII; Lower");
    private static final Pattern APOSTROPHES = Pattern.compile("['’‘`ʻʼʿʾ]");
    private static final Pattern NOT_LETTERS = Pattern.compile("[^a-z0-9]+");
    private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();
    private static final ConcurrentHashMap<String, PlainName> CACHE = new ConcurrentHashMap<>();

    private final String text;
    private final List<String> tokens;
    private final String sortedText;

    private PlainName(String name) {
        String latin =
                isAscii(name) ? name.toLowerCase(Locale.ROOT) : ANY_LATIN.transliterate(name);
        latin = APOSTROPHES.matcher(latin).replaceAll("");
        tokens = Arrays.stream(NOT_LETTERS.split(latin)).filter(t -> !t.isEmpty()).toList();
        text = String.join(" ", tokens);
        sortedText = String.join(" ", tokens.stream().sorted().toList());
    }

    /// Cached: the same names are compared many times.
    static PlainName of(String name) {
        return CACHE.computeIfAbsent(name, PlainName::new);
    }

    static void forgetAll() {
        CACHE.clear();
    }

    private static boolean isAscii(String name) {
        return name.chars().allMatch(c -> c < 128);
    }

    /// Tokens in the order written.
    List<String> tokens() {
        return tokens;
    }

    /// The tokens in the order written, one space apart.
    String text() {
        return text;
    }

    /// The tokens in alphabetical order, one space apart.
    String sortedText() {
        return sortedText;
    }

    /// Jaro-Winkler similarity of two texts, 0 to 1.
    static double jaroWinkler(String left, String right) {
        return left.isEmpty() || right.isEmpty() ? 0 : JARO_WINKLER.apply(left, right);
    }

    /// Has the pair enough in common for a method that only sees names? Two tokens on each side,
    /// and one pair of tokens that is alike: Jaro-Winkler of at least .85, or the same consonants.
    /// Noms de guerre and other unrelated aliases are not reachable.
    static boolean reachable(PlainName left, PlainName right) {
        if (left.tokens.size() < 2 || right.tokens.size() < 2) {
            return false;
        }
        for (String l : left.tokens) {
            for (String r : right.tokens) {
                if (tokensAlike(l, r)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean tokensAlike(String l, String r) {
        if (Math.min(l.length(), r.length()) < 3) {
            return false;
        }
        String skeleton = skeleton(l);
        return (skeleton.length() >= 2 && skeleton.equals(skeleton(r)))
                || jaroWinkler(l, r) >= 0.85;
    }

    /// Consonants only, doubled ones once.
    static String skeleton(String token) {
        StringBuilder b = new StringBuilder();
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            if ("aeiouyh".indexOf(c) < 0 && (b.isEmpty() || b.charAt(b.length() - 1) != c)) {
                b.append(c);
            }
        }
        return b.toString();
    }
}
