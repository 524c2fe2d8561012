package manumit.benchmarks.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import manumit.matching.Band;
import manumit.matching.Matcher;

/// Measures names across scripts: recall where few different names are let through.
final class ScriptSection {

    private static final List<String> COLUMNS =
            List.of(
                    "script",
                    "origin",
                    "n+",
                    "n−",
                    "R@1%",
                    "R@.1%",
                    "R@.02%",
                    "R pos.",
                    "FPR pos.",
                    "FPR weak",
                    "JW R@1%",
                    "JW R@.1%");

    private ScriptSection() {}

    static Table measure(
            Section section,
            String title,
            List<ScriptPairs.Source> sources,
            Matcher matcher,
            long seed,
            List<String> notes) {
        List<List<Cell>> rows = new ArrayList<>();
        for (ScriptPairs.Source source : sources) {
            List<LabelledPair> pairs = ScriptPairs.pairs(source, seed);
            Measured ours = Measured.of(matcher, pairs);
            List<Cell> row = row(source, select(pairs, ours.bits()));
            ScoredPairs possible = select(pairs, ours.reaching(Band.POSSIBLE));
            row.add(new Cell.Rate(possible.at(1).recall()));
            row.add(new Cell.Share(passed(possible)));
            row.add(new Cell.Share(passed(select(pairs, ours.reaching(Band.WEAK)))));
            ScoredPairs plain = select(pairs, jaroWinkler(pairs, section));
            row.add(new Cell.Rate(plain.recallAtFalsePositiveRate(0.01)));
            row.add(new Cell.Rate(plain.recallAtFalsePositiveRate(0.001)));
            rows.add(row);
        }
        return new Table(section, title, COLUMNS, rows, notes);
    }

    private static List<Cell> row(ScriptPairs.Source source, ScoredPairs scored) {
        List<Cell> row = new ArrayList<>();
        row.add(new Cell.Words(source.script()));
        row.add(new Cell.Words(source.origin()));
        row.add(new Cell.Count(scored.positiveCount()));
        row.add(new Cell.Count(scored.negativeCount()));
        row.add(new Cell.Rate(scored.recallAtFalsePositiveRate(0.01)));
        row.add(new Cell.Rate(scored.recallAtFalsePositiveRate(0.001)));
        row.add(new Cell.Rate(scored.recallAtFalsePositiveRate(0.0002)));
        return row;
    }

    /// Jaro-Winkler over ICU's Any-Latin: one part as one word, since ICU sets each Han letter
    /// apart; whole names as sorted words.
    private static double[] jaroWinkler(List<LabelledPair> pairs, Section section) {
        return IntStream.range(0, pairs.size())
                .parallel()
                .mapToDouble(i -> {
                    PlainName left = PlainName.of(pairs.get(i).leftNames().getFirst());
                    PlainName right = PlainName.of(pairs.get(i).rightNames().getFirst());
                    return section == Section.SCRIPTS
                            ? PlainName.jaroWinkler(
                                    String.join("", left.tokens()), String.join("", right.tokens()))
                            : PlainName.jaroWinkler(left.sortedText(), right.sortedText());
                })
                .toArray();
    }

    /// Share of negatives that score 1.
    private static double passed(ScoredPairs zeroOrOne) {
        return zeroOrOne.negativeShareReaching(1);
    }

    private static ScoredPairs select(List<LabelledPair> pairs, double[] scores) {
        return ScoredPairs.balanced(
                AliasSection.pick(pairs, scores, LabelledPair::same),
                AliasSection.pick(pairs, scores, p -> !p.same()));
    }
}
