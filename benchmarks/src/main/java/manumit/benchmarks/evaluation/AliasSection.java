package manumit.benchmarks.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import manumit.matching.Band;

/// Measures single names: ours and the baselines, by kind of negative.
final class AliasSection {

    private static final List<String> KINDS = List.of("share", "near", "random", "all three");

    private static final List<String> COLUMNS =
            List.of(
                    "negatives",
                    "method",
                    "n+",
                    "n−",
                    "F1",
                    "P",
                    "R",
                    "best F1",
                    "at",
                    "F1 pos.",
                    "P pos.",
                    "R pos.",
                    "F1 strong",
                    "R@1%",
                    "R@.1%");

    private AliasSection() {}

    /// Scores of one method, index by index with the pairs.
    private static final class Scored {
        private final String method;
        private final double[] scores;

        Scored(String method, double[] scores) {
            this.method = method;
            this.scores = scores;
        }
    }

    static List<Table> measure(List<LabelledPair> pairs, Measured ours, List<Method> baselines) {
        List<Scored> scored = new ArrayList<>();
        scored.add(new Scored("manumit", ours.bits()));
        for (Method method : baselines) {
            scored.add(new Scored(method.title(), method.scores(pairs)));
        }
        List<Table> tables = new ArrayList<>();
        tables.add(
                table("Aliases, test half, reachable positives", pairs, ours, scored, false, true));
        tables.add(table("Aliases, test half, all positives", pairs, ours, scored, false, false));
        List<Scored> onlyOurs = scored.subList(0, 1);
        tables.add(
                table(
                        "Aliases, development half, reachable positives",
                        pairs,
                        ours,
                        onlyOurs,
                        true,
                        true));
        tables.add(
                table(
                        "Aliases, development half, all positives",
                        pairs,
                        ours,
                        onlyOurs,
                        true,
                        false));
        return tables;
    }

    private static Table table(
            String title,
            List<LabelledPair> pairs,
            Measured ours,
            List<Scored> scored,
            boolean development,
            boolean reachableOnly) {
        double[] possible = ours.reaching(Band.POSSIBLE);
        double[] strong = ours.reaching(Band.STRONG);
        List<List<Cell>> rows = new ArrayList<>();
        for (String kind : KINDS) {
            for (Scored method : scored) {
                ScoredPairs here = select(pairs, method.scores, kind, development, reachableOnly);
                ScoredPairs dev = select(pairs, method.scores, kind, true, reachableOnly);
                ScoredPairs.Point chosen = here.at(dev.best().threshold());
                ScoredPairs.Point best = here.best();
                List<Cell> row = new ArrayList<>();
                row.add(new Cell.Words(kind));
                row.add(new Cell.Words(method.method));
                row.add(new Cell.Count(here.positiveCount()));
                row.add(new Cell.Count(here.negativeCount()));
                row.add(new Cell.Rate(chosen.f1()));
                row.add(new Cell.Rate(chosen.precision()));
                row.add(new Cell.Rate(chosen.recall()));
                row.add(new Cell.Rate(best.f1()));
                row.add(new Cell.Amount(best.threshold()));
                if (method.method.equals("manumit")) {
                    ScoredPairs.Point p =
                            select(pairs, possible, kind, development, reachableOnly).at(1);
                    row.add(new Cell.Rate(p.f1()));
                    row.add(new Cell.Rate(p.precision()));
                    row.add(new Cell.Rate(p.recall()));
                    row.add(
                            new Cell.Rate(
                                    select(pairs, strong, kind, development, reachableOnly)
                                            .at(1)
                                            .f1()));
                } else {
                    IntStream.range(0, 4).forEach(i -> row.add(new Cell.Rate(Double.NaN)));
                }
                row.add(new Cell.Rate(here.recallAtFalsePositiveRate(0.01)));
                row.add(new Cell.Rate(here.recallAtFalsePositiveRate(0.001)));
                rows.add(row);
            }
        }
        return new Table(Section.ALIASES, title, COLUMNS, rows, notes(reachableOnly));
    }

    private static List<String> notes(boolean reachableOnly) {
        List<String> notes = new ArrayList<>();
        notes.add(
                "F1, P, R: threshold with the best F1 on the development half. best F1: the best"
                        + " threshold on these pairs. pos., strong: the method's own bands.");
        notes.add("Negatives together weigh as much as positives together (1:1).");
        notes.add(
                reachableOnly
                        ? "Reachable: two tokens a side, one pair of them alike; this flatters every"
                                + " method."
                        : "All positives hold noms de guerre and other aliases without anything in"
                                + " common.");
        return notes;
    }

    private static ScoredPairs select(
            List<LabelledPair> pairs,
            double[] scores,
            String kind,
            boolean development,
            boolean reachableOnly) {
        Predicate<LabelledPair> half = p -> p.development() == development;
        Predicate<LabelledPair> positive = p -> p.same() && (!reachableOnly || p.reachable());
        Predicate<LabelledPair> negative =
                p -> !p.same() && (kind.equals("all three") || p.kind().equals(kind));
        return ScoredPairs.balanced(
                pick(pairs, scores, half.and(positive)), pick(pairs, scores, half.and(negative)));
    }

    static double[] pick(
            List<LabelledPair> pairs, double[] scores, Predicate<LabelledPair> wanted) {
        return IntStream.range(0, scores.length)
                .filter(i -> wanted.test(pairs.get(i)))
                .mapToDouble(i -> scores[i])
                .toArray();
    }
}
