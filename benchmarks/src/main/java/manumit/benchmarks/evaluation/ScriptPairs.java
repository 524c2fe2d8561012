package manumit.benchmarks.evaluation;

import com.ibm.icu.text.Transliterator;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Predicate;
import manumit.matching.Name;
import manumit.matching.NameKind;
import manumit.matching.Particulars;

/// The same name in Latin letters and in another script, and pairs that mix two such names.
///
/// Learned tables may be trained on four fifths of the large files, split by the Latin token
/// ({@link #isHeldOut}); only the other fifth is measured.
final class ScriptPairs {

    /// Positive pairs taken from a large source.
    static final int POSITIVES = 5_000;

    /// Negative pairs per source.
    static final int NEGATIVES = 20_000;

    /// Smallest source worth a row.
    private static final int FEWEST = 15;

    /// One name, twice.
    record Twin(String latin, String original) {}

    /// Twins of one origin.
    ///
    /// @param script what is written
    /// @param origin where the twins come from, in words
    record Source(String script, String origin, List<Twin> twins) {}

    private ScriptPairs() {}

    /// Was the token kept from the trainers? The Latin token in lower case decides.
    static boolean isHeldOut(String latinToken) {
        return Math.floorMod(latinToken.toLowerCase(Locale.ROOT).hashCode(), 5) == 0;
    }

    /// Single tokens, script by script.
    static List<Source> tokens(Path data, long seed) throws IOException {
        List<Source> sources = new ArrayList<>();
        for (String script : List.of("arabic", "russian", "chinese")) {
            List<Twin> twins =
                    CsvTable.readTabbed(data.resolve("names/wikidata_" + script + "_train.tsv"), 2)
                            .stream()
                            .map(row -> new Twin(row[0].strip(), row[1].replace(" ", "")))
                            .filter(twin -> isHeldOut(twin.latin))
                            .toList();
            sources.add(source(script, "Wikidata, held out", twins, seed));
        }
        for (String script : List.of("hebrew", "korean")) {
            List<Twin> twins =
                    wholeTwins(data, script).stream()
                            .flatMap(twin -> aligned(twin).stream())
                            .filter(twin -> isHeldOut(twin.latin))
                            .distinct()
                            .toList();
            sources.add(source(script, "Wikidata, held out, aligned", twins, seed));
        }
        sources.addAll(commonNames(data, seed));
        return sources;
    }

    /// Whole names that hold no token the trainers saw.
    static List<Source> wholeNames(Path data, long seed) throws IOException {
        List<Source> sources = new ArrayList<>();
        for (String script : List.of("hebrew", "korean")) {
            List<Twin> twins =
                    wholeTwins(data, script).stream()
                            .filter(twin -> latinTokens(twin).size() >= 2)
                            .filter(twin ->
                                    latinTokens(twin).stream().allMatch(ScriptPairs::isHeldOut))
                            .toList();
            sources.add(source(script, "Wikidata, every token held out", twins, seed));
        }
        return sources;
    }

    private static List<Twin> wholeTwins(Path data, String script) throws IOException {
        return CsvTable.readTabbed(data.resolve("names/wikidata_" + script + "_full.tsv"), 2)
                .stream()
                .map(row -> new Twin(row[0].strip(), row[1].strip()))
                .filter(twin -> !twin.latin.isEmpty() && !isLatin(twin.original))
                .toList();
    }

    private static Source source(String script, String origin, List<Twin> twins, long seed) {
        return new Source(script, origin, Draw.sample(twins, POSITIVES, seed));
    }

    private static List<String> latinTokens(Twin twin) {
        return Arrays.stream(twin.latin.split(" ", -1)).filter(t -> !t.isEmpty()).toList();
    }

    /// Tokens of a whole name side by side, where both sides have as many. Two tokens are turned
    /// round where Jaro-Winkler over ICU's Any-Latin says so: Korean writes Japanese family names
    /// first. Still crude, which keeps any recall below 1.
    private static List<Twin> aligned(Twin twin) {
        String[] latin = twin.latin.split(" ", -1);
        String[] original = twin.original.split(" ", -1);
        if (latin.length != original.length) {
            return List.of();
        }
        if (latin.length == 2
                && alike(latin[0], original[1]) + alike(latin[1], original[0])
                        > alike(latin[0], original[0]) + alike(latin[1], original[1])) {
            original = new String[] {original[1], original[0]};
        }
        List<Twin> twins = new ArrayList<>();
        for (int i = 0; i < latin.length; i++) {
            if (latin[i].length() >= 3 && original[i].length() >= 2 && !latin[i].endsWith(".")) {
                twins.add(new Twin(latin[i].toLowerCase(Locale.ROOT), original[i]));
            }
        }
        return twins;
    }

    private static double alike(String latin, String original) {
        return PlainName.jaroWinkler(
                String.join("", PlainName.of(latin).tokens()),
                String.join("", PlainName.of(original).tokens()));
    }

    /// Common given names and surnames by country, where the country writes another script. None of
    /// them is trained on. Kana are composed from the romanised Japanese names by ICU's rules, and
    /// the Latin side takes one of the spellings in use.
    private static List<Source> commonNames(Path data, long seed) throws IOException {
        TreeMap<String, Set<Twin>> byScript = new TreeMap<>();
        Set<Twin> japanese = new HashSet<>();
        for (String file : List.of("forenames", "surnames")) {
            for (NamedCsvRecord row :
                    CsvTable.read(
                            data.resolve("names/sigpwned_common-" + file + "-by-country.csv"))) {
                String latin = CsvTable.field(row, "Romanized Name");
                String original = CsvTable.field(row, "Localized Name");
                String country = CsvTable.field(row, "Country");
                if (latin.isEmpty()) {
                    continue;
                }
                if (country.equals("JP")) {
                    japanese.add(new Twin(latin, ""));
                }
                if (!original.isEmpty() && !isLatin(original)) {
                    byScript.computeIfAbsent(scriptIn(original, country), s -> new HashSet<>())
                            .add(new Twin(latin, original));
                }
            }
        }
        List<Source> sources = new ArrayList<>();
        byScript.forEach((script, twins) -> {
            if (twins.size() >= FEWEST && !script.equals("khmer")) {
                sources.add(source(script, "common names", ordered(twins), seed));
            }
        });
        sources.add(kana("katakana", "Latin-Katakana", japanese, seed));
        sources.add(kana("hiragana", "Latin-Hiragana", japanese, seed));
        return sources;
    }

    private static Source kana(String script, String rules, Set<Twin> romanised, long seed) {
        Transliterator transliterator = Transliterator.getInstance(rules);
        Transliterator plain = Transliterator.getInstance("NFD; [:M:] Remove; NFC; Latin-ASCII");
        Set<Twin> twins = new HashSet<>();
        for (Twin twin : romanised) {
            String original = transliterator.transliterate(twin.latin.toLowerCase(Locale.ROOT));
            twins.add(new Twin(plain.transliterate(inUse(twin.latin)), original));
        }
        return source(script, "Japanese names, composed by rule", ordered(twins), seed);
    }

    /// The Hepburn spelling as people write it, by lot of its hash: as it is, long o as "oh" or
    /// "ou", or the Kunrei spelling.
    private static String inUse(String hepburn) {
        return switch (Math.floorMod(Draw.hash(0, hepburn), 4)) {
            case 0 -> hepburn.replace("ō", "oh").replace("Ō", "Oh");
            case 1 -> hepburn.replace("ō", "ou").replace("ū", "uu");
            case 2 ->
                    hepburn.toLowerCase(Locale.ROOT)
                            .replace("shi", "si")
                            .replace("sh", "sy")
                            .replace("chi", "ti")
                            .replace("ch", "ty")
                            .replace("tsu", "tu")
                            .replace("fu", "hu")
                            .replace("ji", "zi");
            default -> hepburn;
        };
    }

    private static List<Twin> ordered(Set<Twin> twins) {
        return twins.stream()
                .sorted((a, b) -> (a.latin + a.original).compareTo(b.latin + b.original))
                .toList();
    }

    /// Languages differ within these scripts, so countries are kept apart.
    private static String scriptIn(String text, String country) {
        String script = script(text).toLowerCase(Locale.ROOT);
        return script.equals("cyrillic") || script.equals("han") ? script + " " + country : script;
    }

    private static boolean isLatin(String text) {
        return script(text).equals("LATIN");
    }

    /// Name of the script of the first letter; `LATIN` where there is none.
    static String script(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .mapToObj(c -> UnicodeScript.of(c).name())
                .findFirst()
                .orElse("LATIN");
    }

    /// The source's twins as positive pairs, Latin on the left, and mixed twins as negative ones.
    static List<LabelledPair> pairs(Source source, long seed) {
        List<Twin> twins = source.twins;
        List<LabelledPair> pairs = new ArrayList<>();
        Set<Twin> known = new HashSet<>(twins);
        twins.forEach(twin -> pairs.add(pair(twin, true)));
        long possible = (long) twins.size() * (twins.size() - 1);
        SplittableRandom random = Draw.random(seed, source.script + source.origin);
        Predicate<Twin> different = twin -> !known.contains(twin) && !sameLatin(twins, twin);
        if (possible <= NEGATIVES) {
            for (Twin left : twins) {
                for (Twin right : twins) {
                    Twin mixed = new Twin(left.latin, right.original);
                    if (!left.latin.equalsIgnoreCase(right.latin) && different.test(mixed)) {
                        pairs.add(pair(mixed, false));
                    }
                }
            }
        } else {
            for (int i = 0; i < NEGATIVES; i++) {
                Twin left = Draw.any(twins, random);
                Twin right = Draw.any(twins, random);
                Twin mixed = new Twin(left.latin, right.original);
                if (!left.latin.equalsIgnoreCase(right.latin) && !known.contains(mixed)) {
                    pairs.add(pair(mixed, false));
                }
            }
        }
        return pairs;
    }

    /// Does a twin of that script write the mixed one's Latin name the same but for signs? Then the
    /// mixture may be right after all.
    private static boolean sameLatin(List<Twin> twins, Twin mixed) {
        String latin = PlainName.of(mixed.latin).text();
        return twins.stream()
                .anyMatch(twin ->
                        twin.original.equals(mixed.original)
                                && PlainName.of(twin.latin).text().equals(latin));
    }

    private static LabelledPair pair(Twin twin, boolean same) {
        return new LabelledPair(
                particulars(NameKind.PRIMARY, twin.latin),
                particulars(NameKind.ORIGINAL_SCRIPT, twin.original),
                same,
                same ? "twin" : "mixed",
                true,
                false);
    }

    private static Particulars particulars(NameKind kind, String name) {
        return Particulars.builder()
                .kind(manumit.matching.EntityKind.PERSON)
                .name(Name.of(kind, name))
                .build();
    }
}
