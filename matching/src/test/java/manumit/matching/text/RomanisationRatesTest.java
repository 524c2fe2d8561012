package manumit.matching.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How often a spelling equals the Latin form that people use, measured on names of public figures.
/// Skipped where the data are absent. Limits lie a little below what was measured.
@Tag("slow")
class RomanisationRatesTest {

    private record Pair(String latin, String script, int count) {}

    /// Share of names whose first spelling, or any spelling, is the Latin one: exactly, and by its
    /// consonants.
    private record Rates(double first, double any, double firstSkeleton, double anySkeleton) {}

    @ParameterizedTest
    @CsvSource({
        "wikidata_arabic_train.tsv, .18, .77",
        "wikidata_russian_train.tsv, .46, .75",
        "wikidata_chinese_train.tsv, .03, .26",
        "wikidata_hebrew_full.tsv, .15, .80",
        "wikidata_korean_full.tsv, .14, .42"
    })
    void spellingsAreThoseInUse(String file, double leastAny, double leastSkeleton)
            throws IOException {
        Path path =
                Path.of(System.getProperty("repository.root", ".."), "../shared/data/names", file);
        assumeTrue(Files.exists(path), "skipped: shared data are absent");
        Rates rates = measure(read(path));
        System.out.printf(
                Locale.ROOT,
                "%-28s first %.3f any %.3f, consonants first %.3f any %.3f%n",
                file,
                rates.first,
                rates.any,
                rates.firstSkeleton,
                rates.anySkeleton);
        assertThat(rates.any).isGreaterThanOrEqualTo(leastAny);
        assertThat(rates.anySkeleton).isGreaterThanOrEqualTo(leastSkeleton);
    }

    private static List<Pair> read(Path path) throws IOException {
        List<Pair> pairs = new ArrayList<>();
        for (String line : Files.readAllLines(path)) {
            String[] fields = line.split("\t", -1);
            if (fields.length == 3) {
                pairs.add(
                        new Pair(
                                fields[0],
                                fields[1].replace(" ", ""),
                                Integer.parseInt(fields[2])));
            } else if (fields.length == 2) {
                String[] latin = fields[0].split("[ -]", -1);
                String[] script = fields[1].split("[ -]", -1);
                for (int i = 0; i < latin.length && latin.length == script.length; i++) {
                    pairs.add(new Pair(latin[i].toLowerCase(Locale.ROOT), script[i], 1));
                }
            }
        }
        return pairs;
    }

    private static Rates measure(List<Pair> pairs) {
        double total = 0;
        double[] hits = new double[4];
        for (Pair pair : pairs) {
            List<String> latin = Romaniser.spellings(pair.latin);
            List<String> spellings = Romaniser.spellings(pair.script);
            if (latin.isEmpty() || spellings.isEmpty()) {
                continue;
            }
            total += pair.count;
            String wanted = latin.getFirst();
            String skeleton = skeleton(wanted);
            hits[0] += wanted.equals(spellings.getFirst()) ? pair.count : 0;
            hits[1] += spellings.contains(wanted) ? pair.count : 0;
            hits[2] += skeleton.equals(skeleton(spellings.getFirst())) ? pair.count : 0;
            hits[3] +=
                    spellings.stream().anyMatch(s -> skeleton.equals(skeleton(s))) ? pair.count : 0;
        }
        return new Rates(hits[0] / total, hits[1] / total, hits[2] / total, hits[3] / total);
    }

    /// Consonants without doubling; letters of one sound together.
    static String skeleton(String word) {
        String w =
                word.replace("shch", "S")
                        .replace("sch", "S")
                        .replace("sh", "S")
                        .replace("tch", "C")
                        .replace("ch", "C")
                        .replace("ts", "C")
                        .replace("tz", "C")
                        .replace("zh", "J")
                        .replace("dj", "J")
                        .replace("j", "J")
                        .replace("kh", "h")
                        .replace("gh", "g")
                        .replace("th", "t")
                        .replace("ph", "f")
                        .replace("dh", "d")
                        .replace("ck", "k")
                        .replace("x", "ks")
                        .replace("q", "k")
                        .replace("c", "k")
                        .replace("w", "v")
                        .replace("z", "s")
                        .replace("p", "b");
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < w.length(); i++) {
            char c = w.charAt(i);
            if ("aeiouyh".indexOf(c) < 0 && (out.isEmpty() || out.charAt(out.length() - 1) != c)) {
                out.append(c);
            }
        }
        return out.toString();
    }
}
