package manumit.benchmarks.training;

import com.ibm.icu.text.Transliterator;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import manumit.matching.similarity.LetterTable;
import manumit.matching.similarity.Letters;
import manumit.matching.text.Script;

/// Pairs of one name part in Latin letters and in another script, from the public (CC0) Wikidata
/// extracts, in three shares: training, and held-out tokens for evaluation.
public final class NameData {

    /// One part of a name twice.
    ///
    /// @param latin in Latin letters as the source writes it, lower case
    /// @param script in the other script
    /// @param count how many names of the source contain the pair
    public record Row(String latin, String script, int count) {}

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0·・,]+");

    private static final Pattern NOT_LETTERS = Pattern.compile("[^a-z]");

    private static final Transliterator PLAIN =
            Transliterator.getInstance("NFD; [:M:] Remove; NFC; Latin-ASCII; Lower");

    private NameData() {}

    /// Reads the rows of one script.
    ///
    /// @param directory the folder with the `wikidata_*.tsv` files
    /// @return ordered by Latin token; one row per token, its most frequent spelling
    public static List<Row> read(Path directory, Script script) throws IOException {
        return switch (script) {
            case ARABIC -> tokens(directory.resolve("wikidata_arabic_train.tsv"));
            case CYRILLIC -> tokens(directory.resolve("wikidata_russian_train.tsv"));
            case HAN -> tokens(directory.resolve("wikidata_chinese_train.tsv"));
            case HEBREW -> aligned(wholes(directory, Script.HEBREW), Script.HEBREW);
            case HANGUL -> aligned(wholes(directory, Script.HANGUL), Script.HANGUL);
            case LATIN, GREEK, KANA, DEVANAGARI, GEORGIAN, ARMENIAN, OTHER ->
                    throw new IllegalArgumentException("no data for " + script);
        };
    }

    /// Pairs a line: left, right, count; `#` begins a comment.
    static List<Row> readPairs(Path file) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String[] cells : cells(file)) {
            int count = cells.length > 2 ? Integer.parseInt(cells[2]) : 1;
            rows.add(new Row(cells[0], cells[1], count));
        }
        return rows;
    }

    /// Whole names, one row a line.
    public static List<Row> wholes(Path directory, Script script) throws IOException {
        String file =
                switch (script) {
                    case HEBREW -> "wikidata_hebrew_full.tsv";
                    case HANGUL -> "wikidata_korean_full.tsv";
                    default -> throw new IllegalArgumentException("no whole names for " + script);
                };
        List<Row> rows = new ArrayList<>();
        for (String[] cells : cells(directory.resolve(file))) {
            rows.add(new Row(cells[0], cells[1], 1));
        }
        return rows;
    }

    /// Is this Latin token kept for evaluation? One in five is, by a hash of its letters.
    public static boolean isHeldOut(String latin) {
        int hash = latin.toLowerCase(Locale.ROOT).hashCode() * 0x9E3779B9;
        return (hash >>> 8) % 5 == 0;
    }

    /// The Latin letters `a` to `z` of a token. Not the romaniser of the matching module: tables
    /// must not change with it.
    public static String plain(String latin) {
        return NOT_LETTERS.matcher(PLAIN.transliterate(latin)).replaceAll("");
    }

    private static List<Row> tokens(Path file) throws IOException {
        Map<String, Row> rows = new TreeMap<>();
        for (String[] cells : cells(file)) {
            String script = cells[1].replace(" ", "");
            int count = cells.length > 2 ? Integer.parseInt(cells[2]) : 1;
            rows.merge(
                    cells[0],
                    new Row(cells[0], script, count),
                    (a, b) -> a.count >= b.count ? a : b);
        }
        return List.copyOf(rows.values());
    }

    /// Tokens of whole names with equally many tokens on both sides, and one-token names of the
    /// script against all their Latin tokens joined (Korean names are written without a space).
    ///
    /// Order differs between the sides where the family name comes first on one of them. So a rough
    /// table is learned from the tokens in order (without the held-out ones), and each name then
    /// takes the rotation that this table likes best. No pair is left out for scoring badly: that
    /// would flatter the evaluation.
    private static List<Row> aligned(List<Row> wholes, Script script) throws IOException {
        List<LetterCostTrainer.Pair> inOrder = new ArrayList<>();
        for (Row whole : wholes) {
            String[] latin = latinTokens(whole);
            String[] other = scriptTokens(whole);
            for (int i = 0; latin.length == other.length && i < latin.length; i++) {
                if (!isHeldOut(latin[i])) {
                    inOrder.add(
                            new LetterCostTrainer.Pair(
                                    Letters.latin(plain(latin[i])),
                                    Letters.of(script, other[i]),
                                    1));
                }
            }
        }
        LetterTable rough =
                LetterTables.unscaled(
                        LetterCostTrainer.train(
                                inOrder, new LetterCostTrainer.Shape(1, 1, 2, 4, 3)));
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        for (Row whole : wholes) {
            String[] latin = latinTokens(whole);
            String[] other = scriptTokens(whole);
            boolean joined = script == Script.HANGUL && other.length == 1 && latin.length <= 3;
            if (latin.length != other.length && !joined) {
                continue;
            }
            double best = Double.NEGATIVE_INFINITY;
            int bestTurn = 0;
            for (int turn = 0; turn < latin.length; turn++) {
                double bits = 0;
                if (joined) {
                    bits = bits(rough, script, String.join("", turned(latin, turn)), other[0]);
                } else {
                    for (int i = 0; i < latin.length; i++) {
                        bits += bits(rough, script, turned(latin, turn)[i], other[i]);
                    }
                }
                if (bits > best) {
                    best = bits;
                    bestTurn = turn;
                }
            }
            String[] turned = turned(latin, bestTurn);
            if (joined) {
                count(String.join("", turned), other[0], script, counts);
            } else {
                for (int i = 0; i < latin.length; i++) {
                    count(turned[i], other[i], script, counts);
                }
            }
        }
        List<Row> rows = new ArrayList<>();
        counts.forEach((latin, spellings) -> {
            Row best = new Row(latin, "", 0);
            for (Map.Entry<String, Integer> entry : spellings.entrySet()) {
                if (entry.getValue() > best.count()) {
                    best = new Row(latin, entry.getKey(), entry.getValue());
                }
            }
            rows.add(best);
        });
        return rows;
    }

    private static double bits(LetterTable table, Script script, String latin, String other) {
        return table.bits(Letters.latin(plain(latin)), Letters.of(script, other));
    }

    private static String[] latinTokens(Row whole) {
        return SPACES.split(whole.latin().toLowerCase(Locale.ROOT).strip());
    }

    private static String[] scriptTokens(Row whole) {
        return SPACES.split(Normalizer.normalize(whole.script(), Normalizer.Form.NFC).strip());
    }

    private static String[] turned(String[] tokens, int by) {
        String[] result = new String[tokens.length];
        for (int i = 0; i < tokens.length; i++) {
            result[i] = tokens[(i + by) % tokens.length];
        }
        return result;
    }

    private static void count(
            String latin, String other, Script script, Map<String, Map<String, Integer>> counts) {
        if (Script.of(latin) == Script.LATIN
                && Script.of(other) == script
                && plain(latin).length() >= 2) {
            counts.computeIfAbsent(latin, _ -> new TreeMap<>()).merge(other, 1, Integer::sum);
        }
    }

    private static List<String[]> cells(Path file) throws IOException {
        List<String[]> rows = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] cells = line.split("\t", -1);
                if (cells.length >= 2 && !line.startsWith("#")) {
                    rows.add(cells);
                }
            }
        }
        return rows;
    }
}
