package manumit.benchmarks.evaluation;

import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

/// A way to score pairs of names that the matcher is measured against, each given its fair chance:
/// the same folding of scripts and the same choice of thresholds.
interface Method {

    String title();

    /// One score per pair, higher for likelier the same; NaN for a pair not scored.
    double[] scores(List<LabelledPair> pairs);

    /// The baselines, Lucene over a sample of the pairs.
    static List<Method> baselines() {
        return List.of(
                ofNames(
                        "Jaro-Winkler as written",
                        (l, r) -> PlainName.jaroWinkler(l.text(), r.text())),
                ofNames(
                        "Jaro-Winkler sorted",
                        (l, r) -> PlainName.jaroWinkler(l.sortedText(), r.sortedText())),
                ofNames("exact tokens", Method::sharedTokens),
                new LuceneMethod());
    }

    /// The best score of any pair of names.
    private static Method ofNames(String title, ToDoubleBiFunction<PlainName, PlainName> score) {
        return new Method() {
            @Override
            public String title() {
                return title;
            }

            @Override
            public double[] scores(List<LabelledPair> pairs) {
                return IntStream.range(0, pairs.size())
                        .parallel()
                        .mapToDouble(i -> best(pairs.get(i)))
                        .toArray();
            }

            private double best(LabelledPair pair) {
                double best = 0;
                for (String left : pair.leftNames()) {
                    PlainName l = PlainName.of(left);
                    for (String right : pair.rightNames()) {
                        best = Math.max(best, score.applyAsDouble(l, PlainName.of(right)));
                    }
                }
                return best;
            }
        };
    }

    /// Twice the tokens in common, of all tokens (Dice), tokens compared exactly.
    private static double sharedTokens(PlainName left, PlainName right) {
        int all = left.tokens().size() + right.tokens().size();
        if (all == 0) {
            return 0;
        }
        List<String> rest = new java.util.ArrayList<>(right.tokens());
        long shared = left.tokens().stream().filter(rest::remove).count();
        return 2.0 * shared / all;
    }
}
