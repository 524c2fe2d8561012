package manumit.benchmarks.training;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import manumit.benchmarks.training.LetterCostTrainer.Learned;
import manumit.benchmarks.training.LetterCostTrainer.Pair;
import manumit.benchmarks.training.LetterCostTrainer.Shape;
import manumit.benchmarks.training.LetterCostTrainer.Unit;
import manumit.matching.similarity.LetterTable;
import manumit.matching.similarity.Letters;
import manumit.matching.text.Script;

/// Writes the tables of letter costs that the matching module carries.
///
/// Only Latin tokens outside the held-out fifth are read ({@link NameData#isHeldOut}), so that
/// every figure of {@link TokenEvaluation} is measured on names that no table has seen. The same
/// data give the same bytes.
public final class LetterTables {

    /// Raised when the same data would give another table.
    static final int VERSION = 1;

    /// The day the committed tables were trained.
    static final String DATE = "2026-11-23";

    private static final Shape ACROSS = new Shape(2, 2, 4, 6, 3);
    private static final Shape LATIN = new Shape(1, 1, 2, 4, 3);

    // Random pairs from which the scale of a table is taken.
    private static final int CHANCE_PAIRS = 200_000;

    // Values below this say no more than that a unit is missing, in eighths of a bit.
    private static final int LEAST = -64;

    private static final List<double[]> PLAIN = List.of(new double[] {0, 0}, new double[] {1, 1});

    private LetterTables() {}

    /// Trains all tables.
    ///
    /// @param names the folder with the Wikidata extracts
    /// @return the text of each table by file name, in a fixed order
    public static Map<String, String> generate(Path names) throws IOException {
        Map<String, String> tables = new LinkedHashMap<>();
        List<Pair> latin = new ArrayList<>();
        for (Script script : List.of(Script.ARABIC, Script.CYRILLIC, Script.HEBREW)) {
            List<NameData.Row> rows = training(NameData.read(names, script));
            String table = across(script, pairs(script, rows), source(script));
            tables.put(file(script), table);
            if (script == Script.CYRILLIC) {
                tables.put(
                        file(Script.GREEK),
                        across(
                                Script.GREEK,
                                derived(rows, DerivedSpellings::greek),
                                source(Script.GREEK)));
            }
            latin.addAll(spellingsOfOne(script, rows, LetterTable.read(new StringReader(table))));
        }
        for (Script script : List.of(Script.HAN, Script.HANGUL)) {
            List<NameData.Row> rows = training(NameData.read(names, script));
            tables.put(file(script), across(script, pairs(script, rows), source(script)));
            if (script == Script.HANGUL) {
                tables.put(
                        file(Script.KANA),
                        across(
                                Script.KANA,
                                derived(rows, DerivedSpellings::kana),
                                source(Script.KANA)));
            }
        }
        tables.put(
                "latin.tsv",
                text(
                        "two Latin spellings of one name part",
                        "Latin tokens that share one Arabic, Russian or Hebrew spelling",
                        LATIN,
                        LetterCostTrainer.train(latin, LATIN),
                        PLAIN));
        return tables;
    }

    /// File name of the table of a script.
    static String file(Script script) {
        return script.name().toLowerCase(Locale.ROOT) + ".tsv";
    }

    private static String source(Script script) {
        return switch (script) {
            case ARABIC -> "wikidata_arabic_train.tsv";
            case CYRILLIC -> "wikidata_russian_train.tsv";
            case HEBREW -> "wikidata_hebrew_full.tsv, tokens in order";
            case HAN -> "wikidata_chinese_train.tsv";
            case HANGUL -> "wikidata_korean_full.tsv, tokens in order";
            case GREEK -> source(Script.CYRILLIC) + ", rewritten in Greek by DerivedSpellings";
            case KANA -> source(Script.HANGUL) + ", rewritten in kana by DerivedSpellings";
            case LATIN, DEVANAGARI, GEORGIAN, ARMENIAN, OTHER ->
                    throw new IllegalArgumentException("no data for " + script);
        };
    }

    private static List<NameData.Row> training(List<NameData.Row> rows) {
        return rows.stream().filter(row -> !NameData.isHeldOut(row.latin())).toList();
    }

    private static List<Pair> pairs(Script script, List<NameData.Row> rows) {
        List<Pair> pairs = new ArrayList<>();
        for (NameData.Row row : rows) {
            String left = Letters.latin(NameData.plain(row.latin()));
            String right = Letters.of(script, row.script());
            if (!left.isEmpty() && !right.isEmpty()) {
                pairs.add(new Pair(left, right, 1));
            }
        }
        return pairs;
    }

    private static List<Pair> derived(List<NameData.Row> rows, BinaryOperator<String> spelling) {
        List<Pair> pairs = new ArrayList<>();
        for (NameData.Row row : rows) {
            String plain = NameData.plain(row.latin());
            String left = Letters.latin(plain);
            String right = spelling.apply(plain, row.script());
            if (!left.isEmpty() && !right.isEmpty()) {
                pairs.add(new Pair(left, right, 1));
            }
        }
        return pairs;
    }

    private static String across(Script script, List<Pair> pairs, String source)
            throws IOException {
        Learned learned = LetterCostTrainer.train(pairs, ACROSS);
        String subject = "a Latin and a " + script.name().toLowerCase(Locale.ROOT) + " spelling";
        return text(subject, source, ACROSS, learned, scale(unscaled(learned), pairs));
    }

    /// A table whose similarities are its ratios.
    static LetterTable unscaled(Learned learned) throws IOException {
        return LetterTable.read(new StringReader(text("", "", ACROSS, learned, PLAIN)));
    }

    /// Maps the ratios of a table to similarities that mean the same for every script: .3 and .5
    /// are reached by 1 % and .2 % of unrelated pairs, .93 by half of the related ones.
    private static List<double[]> scale(LetterTable table, List<Pair> pairs) {
        double[] related = new double[pairs.size()];
        for (int i = 0; i < related.length; i++) {
            related[i] = table.ratio(pairs.get(i).left(), pairs.get(i).right());
        }
        double[] chance = new double[CHANCE_PAIRS];
        SplittableRandom random = new SplittableRandom(20261123);
        for (int i = 0; i < chance.length; i++) {
            Pair one = pairs.get(random.nextInt(pairs.size()));
            Pair other = pairs.get(random.nextInt(pairs.size()));
            chance[i] = table.ratio(one.left(), other.right());
        }
        Arrays.sort(related);
        Arrays.sort(chance);
        double[][] points = {
            {chance[0] - 1, 0},
            {quantile(chance, .5), .05},
            {quantile(chance, .9), .15},
            {quantile(chance, .99), .3},
            {quantile(chance, .998), .5},
            {quantile(chance, .9998), .68},
            {quantile(related, .5), .93},
            {quantile(related, .9), .98},
            {related[related.length - 1], .99},
        };
        List<double[]> scale = new ArrayList<>();
        double last = Double.NEGATIVE_INFINITY;
        for (double[] point : points) {
            double ratio = Math.max(point[0], last + .01);
            scale.add(new double[] {ratio, point[1]});
            last = Math.round(ratio * 1000) / 1000.0;
        }
        return scale;
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[(int) (share * (sorted.length - 1))];
    }

    /// Pairs of Latin spellings that one spelling of another script stands for. A spelling that the
    /// script's own table doubts is left out, and so are spellings that stand for very many names.
    private static List<Pair> spellingsOfOne(
            Script script, List<NameData.Row> rows, LetterTable table) {
        Map<String, List<String>> groups = new TreeMap<>();
        for (NameData.Row row : rows) {
            String right = Letters.of(script, row.script());
            String left = Letters.latin(NameData.plain(row.latin()));
            if (right.length() >= 3 && left.length() >= 3 && table.ratio(left, right) > .3) {
                List<String> group = groups.computeIfAbsent(right, _ -> new ArrayList<>());
                if (!group.contains(left)) {
                    group.add(left);
                }
            }
        }
        List<Pair> pairs = new ArrayList<>();
        for (List<String> group : groups.values()) {
            if (group.size() > 12) {
                continue;
            }
            for (String one : group) {
                for (String other : group) {
                    if (!one.equals(other)) {
                        pairs.add(new Pair(one, other, 1.0 / (group.size() - 1)));
                    }
                }
            }
        }
        return pairs;
    }

    private static String text(
            String subject, String source, Shape shape, Learned learned, List<double[]> scale) {
        StringBuilder out = new StringBuilder();
        line(out, "# What letters of %s say about their being one name part.", subject);
        line(
                out,
                "# Format and meaning: manumit.matching.similarity.LetterTable; letters: Letters.");
        line(out, "# Generated by manumit.benchmarks.training.LetterTables, do not edit.");
        line(out, "# Source: Wikidata (CC0), %s; without the held-out fifth of", source);
        line(
                out,
                "# Latin tokens. Trained on %d pairs, %d dropped as noise.",
                learned.used(),
                learned.dropped());
        line(
                out,
                "# Trainer version %d, %s; units up to %d and %d letters, %d in all, %d + %d rounds,",
                VERSION,
                DATE,
                shape.left(),
                shape.right(),
                shape.most(),
                shape.rounds(),
                shape.rounds());
        line(out, "# least count of a wide unit %.1f.", shape.minimum());
        for (double[] point : scale) {
            line(out, "scale\t%.3f\t%.2f", point[0], point[1]);
        }
        for (Unit unit : learned.units()) {
            long value = Math.round(unit.bits() * 8);
            boolean wide = unit.left().length() + unit.right().length() > 2;
            if (wide || value > LEAST) {
                line(out, "%s\t%s\t%d", orNone(unit.left()), orNone(unit.right()), value);
            }
        }
        return out.toString();
    }

    @SuppressWarnings("AnnotateFormatMethod") // its annotation would be a dependency
    private static void line(StringBuilder out, String format, Object... arguments) {
        out.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }

    private static String orNone(String letters) {
        return letters.isEmpty() ? "_" : letters;
    }

    /// Command line. Either `all NAMES OUT`: trains every committed table from the folder NAMES
    /// into the folder OUT. Or `pairs FILE SCRIPT OUT`: trains one table from a UTF-8 file with a
    /// pair a line, `left<TAB>right<TAB>count`: a Latin spelling, the spelling in the script (a
    /// name of {@link Script}), and in how many names the pair was seen (read, so that one format
    /// serves all uses; every pair counts once). Lines that begin with `#` are comments.
    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 3 && arguments[0].equals("all")) {
            for (Map.Entry<String, String> table : generate(Path.of(arguments[1])).entrySet()) {
                write(Path.of(arguments[2]).resolve(table.getKey()), table.getValue());
            }
        } else if (arguments.length == 4 && arguments[0].equals("pairs")) {
            Script script = Script.valueOf(arguments[2].toUpperCase(Locale.ROOT));
            Path file = Path.of(arguments[1]);
            List<NameData.Row> rows = NameData.readPairs(file);
            String source = String.valueOf(file.getFileName());
            write(Path.of(arguments[3]), across(script, pairs(script, rows), source));
        } else {
            throw new IllegalArgumentException("expected: all NAMES OUT, or pairs FILE SCRIPT OUT");
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }
}
