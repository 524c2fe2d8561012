package manumit.benchmarks.training;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import manumit.matching.similarity.Letters;
import manumit.matching.similarity.Part;
import manumit.matching.similarity.PartSimilarity;
import manumit.matching.text.Script;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;

/// How well a Latin token finds the same token in another script among random other tokens.
///
/// Positives are pairs of the extracts whose Latin token is held out from every trained table
/// ({@link NameData#isHeldOut}); negatives join the Latin token of one held-out pair and the script
/// token of another. About 2 to 4 % of the positives are no spellings of one another (rows
/// misaligned at the source), which bounds every recall. Functions of their arguments and the seed.
public final class TokenEvaluation {

    /// Scripts with held-out pairs.
    public static final List<Script> SCRIPTS =
            List.of(Script.ARABIC, Script.CYRILLIC, Script.HEBREW, Script.HAN, Script.HANGUL);

    private static final int POSITIVES = 5_000;
    private static final int NEGATIVES = 100_000;

    /// A way to compare, in two steps so that a token is prepared once.
    ///
    /// @param prepare from the token as written
    /// @param compare higher is more alike
    public record Method<T>(
            String name, Function<String, T> prepare, Similarity<? super T> compare) {

        public static final Method<Part> OURS =
                new Method<>("learned letters", Part::of, PartSimilarity::between);

        public static final Method<String> JARO_WINKLER =
                new Method<>("ICU + Jaro-Winkler", Icu::latin, Icu.JARO_WINKLER::apply);

        public static final Method<String> LEVENSHTEIN =
                new Method<>(
                        "ICU + fold + Levenshtein",
                        token -> Letters.latin(Icu.latin(token)),
                        Icu::levenshtein);
    }

    /// Compares two prepared tokens.
    @FunctionalInterface
    public interface Similarity<T> {
        double between(T left, T right);
    }

    /// One line of the table: share of positives above the similarity that 1 %, .1 % and .02 % of
    /// the negatives exceed.
    ///
    /// @param thresholds the similarities at those rates
    public record Result(
            Script script, String method, int positives, double[] recalls, double[] thresholds) {}

    private static final double[] RATES = {.01, .001, .0002};

    private TokenEvaluation() {}

    /// All scripts and methods, in order.
    public static List<Result> evaluate(Path names, long seed) throws IOException {
        List<Result> results = new ArrayList<>();
        for (Script script : SCRIPTS) {
            List<NameData.Row> rows = heldOut(names, script);
            results.add(evaluate(script, rows, Method.OURS, seed));
            results.add(evaluate(script, rows, Method.JARO_WINKLER, seed));
            results.add(evaluate(script, rows, Method.LEVENSHTEIN, seed));
        }
        return results;
    }

    /// Held-out pairs of a script.
    public static List<NameData.Row> heldOut(Path names, Script script) throws IOException {
        return NameData.read(names, script).stream()
                .filter(row -> NameData.isHeldOut(row.latin()))
                .filter(row -> NameData.plain(row.latin()).length() >= 2)
                .toList();
    }

    /// One method on given pairs.
    public static <T> Result evaluate(
            Script script, List<NameData.Row> rows, Method<T> method, long seed) {
        List<NameData.Row> shuffled = new ArrayList<>(rows);
        Random random = new Random(seed);
        Collections.shuffle(shuffled, random);
        List<T> lefts = new ArrayList<>();
        List<T> rights = new ArrayList<>();
        for (NameData.Row row : shuffled) {
            lefts.add(method.prepare().apply(row.latin()));
            rights.add(method.prepare().apply(row.script()));
        }
        double[] negatives = new double[NEGATIVES];
        for (int i = 0; i < NEGATIVES; ) {
            int left = random.nextInt(shuffled.size());
            int right = random.nextInt(shuffled.size());
            NameData.Row one = shuffled.get(left);
            NameData.Row other = shuffled.get(right);
            if (!one.latin().equals(other.latin()) && !one.script().equals(other.script())) {
                negatives[i++] = method.compare().between(lefts.get(left), rights.get(right));
            }
        }
        double[] positives = new double[Math.min(POSITIVES, shuffled.size())];
        for (int i = 0; i < positives.length; i++) {
            positives[i] = method.compare().between(lefts.get(i), rights.get(i));
        }
        return result(script, method.name(), positives, negatives);
    }

    /// Recalls from similarities of positives and negatives.
    public static Result result(
            Script script, String method, double[] positives, double[] negatives) {
        double[] sorted = negatives.clone();
        Arrays.sort(sorted);
        double[] recalls = new double[RATES.length];
        double[] thresholds = new double[RATES.length];
        for (int i = 0; i < RATES.length; i++) {
            double threshold = sorted[(int) Math.floor(sorted.length * (1 - RATES[i]))];
            thresholds[i] = threshold;
            recalls[i] =
                    Arrays.stream(positives).filter(s -> s > threshold).count()
                            / (double) positives.length;
        }
        return new Result(script, method, positives.length, recalls, thresholds);
    }

    /// The results as a Markdown table.
    public static String render(List<Result> results) {
        StringBuilder out = new StringBuilder();
        out.append("| script | method | pairs | 1 % | .1 % | .02 % |\n");
        out.append("| --- | --- | --- | --- | --- | --- |\n");
        for (Result result : results) {
            out.append(
                    String.format(
                            Locale.ROOT,
                            "| %s | %s | %d | %.3f | %.3f | %.3f |%n",
                            result.script().name().toLowerCase(Locale.ROOT),
                            result.method(),
                            result.positives(),
                            result.recalls()[0],
                            result.recalls()[1],
                            result.recalls()[2]));
        }
        return out.toString();
    }

    /// Prints the table for the folder with the extracts.
    public static void main(String[] arguments) throws IOException {
        System.out.print(render(evaluate(Path.of(arguments[0]), 1)));
    }

    private static final class Icu {
        private static final Transliterator LATIN =
                Transliterator.getInstance(
                        "NFKC; Any-Latin; NFD; [:M:] Remove; NFC; Latin-ASCII; Lower;"
                                + " [^a-z] Remove");

        static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();

        static String latin(String token) {
            return LATIN.transliterate(token);
        }

        static double levenshtein(String left, String right) {
            int longer = Math.max(1, Math.max(left.length(), right.length()));
            return 1
                    - LevenshteinDistance.getDefaultInstance().apply(left, right) / (double) longer;
        }
    }
}
