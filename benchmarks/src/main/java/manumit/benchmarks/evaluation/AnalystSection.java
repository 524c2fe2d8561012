package manumit.benchmarks.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import manumit.benchmarks.evaluation.AnalystPairs.Depth;
import manumit.matching.Band;
import manumit.matching.Matcher;

/// Measures whole records judged by analysts, with more and more of them given.
final class AnalystSection {

    private static final List<String> COLUMNS =
            List.of(
                    "given",
                    "method",
                    "n+",
                    "n−",
                    "best F1",
                    "at",
                    "F1 pos.",
                    "P pos.",
                    "R pos.",
                    "F1 strong",
                    "P strong",
                    "R strong",
                    "R@1%");

    private AnalystSection() {}

    static List<Table> measure(Path data, Matcher matcher, Dump dump) throws IOException {
        return List.of(
                table("Analysts' pairs: people", data, "Individual", matcher, dump),
                table("Analysts' pairs: organisations", data, "Entity", matcher, dump));
    }

    private static Table table(String title, Path data, String type, Matcher matcher, Dump dump)
            throws IOException {
        List<List<Cell>> rows = new ArrayList<>();
        for (Depth depth : Depth.values()) {
            if (depth == Depth.WHOLE && type.equals("Entity")) {
                continue;
            }
            List<LabelledPair> pairs = AnalystPairs.read(data, type, depth);
            Measured ours = Measured.of(matcher, pairs);
            dump.write("analyst-" + type + "-" + depth, ours);
            rows.add(row(depth, "manumit", pairs, ours.bits(), ours));
            if (depth != Depth.WHOLE) {
                for (Method method : Method.baselines()) {
                    rows.add(row(depth, method.title(), pairs, method.scores(pairs), null));
                }
            }
        }
        return new Table(
                Section.ANALYST,
                title,
                COLUMNS,
                rows,
                List.of(
                        "best F1: the best threshold on these pairs; each pair weighs the same.",
                        "Nothing is chosen on these pairs, but their people also occur among the"
                                + " aliases."));
    }

    private static List<Cell> row(
            Depth depth,
            String method,
            List<LabelledPair> pairs,
            double[] scores,
            @org.jspecify.annotations.Nullable Measured ours) {
        ScoredPairs scored = select(pairs, scores);
        ScoredPairs.Point best = scored.best();
        List<Cell> row = new ArrayList<>();
        row.add(new Cell.Words(depth.title()));
        row.add(new Cell.Words(method));
        row.add(new Cell.Count(scored.positiveCount()));
        row.add(new Cell.Count(scored.negativeCount()));
        row.add(new Cell.Rate(best.f1()));
        row.add(new Cell.Amount(best.threshold()));
        if (ours == null) {
            IntStream.range(0, 6).forEach(i -> row.add(new Cell.Rate(Double.NaN)));
        } else {
            for (Band band : List.of(Band.POSSIBLE, Band.STRONG)) {
                ScoredPairs.Point point = select(pairs, ours.reaching(band)).at(1);
                row.add(new Cell.Rate(point.f1()));
                row.add(new Cell.Rate(point.precision()));
                row.add(new Cell.Rate(point.recall()));
            }
        }
        row.add(new Cell.Rate(scored.recallAtFalsePositiveRate(0.01)));
        return row;
    }

    private static ScoredPairs select(List<LabelledPair> pairs, double[] scores) {
        return ScoredPairs.of(
                AliasSection.pick(pairs, scores, LabelledPair::same),
                AliasSection.pick(pairs, scores, p -> !p.same()));
    }
}
