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
import java.util.TreeSet;
import java.util.regex.Pattern;
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

    /// Tokens of whole names: in order where both sides have equally many; a one-token name of the
    /// script against all its Latin tokens joined (Korean names are written without a space).
    private static List<Row> aligned(List<Row> wholes, Script script) {
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        for (Row whole : wholes) {
            String[] latin = SPACES.split(whole.latin().toLowerCase(Locale.ROOT).strip());
            String[] other =
                    SPACES.split(Normalizer.normalize(whole.script(), Normalizer.Form.NFC).strip());
            if (latin.length == other.length) {
                for (int i = 0; i < latin.length; i++) {
                    count(latin[i], other[i], script, counts);
                }
            } else if (script == Script.HANGUL && other.length == 1 && latin.length <= 3) {
                count(String.join("", latin), other[0], script, counts);
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

    /// Distinct Latin tokens of a file, ordered.
    static TreeSet<String> latinTokens(List<Row> rows) {
        TreeSet<String> tokens = new TreeSet<>();
        rows.forEach(row -> tokens.add(row.latin()));
        return tokens;
    }
}
