package manumit.matching.knowledge;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import manumit.matching.text.Romaniser;
import manumit.matching.text.Script;
import manumit.matching.text.TextNormaliser;

/// Makes the tables the program reads out of the commented sources in `matching/knowledge`, and
/// refuses sources with mistakes: words that are not normalised, a word in two classes, unknown
/// kinds.
final class KnowledgeCompiler {

    private static final String GENERATED = "# Generated from matching/knowledge; do not edit.\n";

    private final Path sources;
    private final Path texts;
    private final List<String> mistakes = new ArrayList<>();

    /// @param matching the folder of the module
    KnowledgeCompiler(Path matching) {
        sources = matching.resolve("knowledge");
        texts = matching.resolve("src/main/resources/manumit/matching/text");
    }

    /// Content by path below the resources of `manumit/matching`.
    Map<String, String> compile() {
        Map<String, String> tables = new TreeMap<>();
        tables.put("knowledge/equivalents.tsv", equivalents());
        tables.put("knowledge/titles.tsv", words("titles.tsv", true));
        tables.put("knowledge/organisation_forms.tsv", words("organisation_forms.tsv", false));
        tables.put("knowledge/patronymics.tsv", patronymics());
        tables.put("knowledge/east_asian_surnames.tsv", surnames());
        tables.put("knowledge/syllables.tsv", syllables());
        tables.put("text/japanese_names.txt", japanese());
        if (!mistakes.isEmpty()) {
            throw new IllegalStateException(String.join("\n", mistakes));
        }
        return tables;
    }

    private static List<String> lines(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> blanks(String text) {
        return Arrays.asList(text.strip().split("\\s+", -1));
    }

    // --- Equivalents

    private String equivalents() {
        Map<Relation, Set<String>> groups = new LinkedHashMap<>();
        for (Relation relation : Relation.values()) {
            groups.put(relation, new LinkedHashSet<>());
        }
        Set<String> spellings = of(groups, Relation.SPELLING);
        for (String line : lines(sources.resolve("equivalents.tsv"))) {
            String[] fields = line.split("\t", -1);
            Relation relation =
                    switch (fields[0]) {
                        case "S" -> Relation.SPELLING;
                        case "T" -> Relation.TRANSLATION;
                        case "N" -> Relation.NICKNAME;
                        default -> throw new IllegalStateException("equivalents.tsv: " + line);
                    };
            Set<String> all = new LinkedHashSet<>();
            for (String text : fields[1].split("\\|", -1)) {
                List<String> words = blanks(text);
                words.stream()
                        .filter(w -> !w.matches("[a-z]{2,}"))
                        .forEach(w -> mistakes.add("equivalents.tsv: not a plain spelling: " + w));
                // In an N line the short forms are different names, not spellings of one; a T line
                // without clusters has one form a language.
                boolean cluster = relation == Relation.SPELLING || fields[1].indexOf('|') >= 0;
                if (relation != Relation.NICKNAME && cluster && words.size() > 1) {
                    spellings.add(String.join(" ", words));
                }
                all.addAll(words);
            }
            of(groups, relation).add(String.join(" ", all));
        }
        romanisations(of(groups, Relation.ROMANISATION));
        StringBuilder out = new StringBuilder(GENERATED);
        groups.forEach((relation, members) ->
                members.forEach(m -> out.append(relation).append('\t').append(m).append('\n')));
        return out.toString();
    }

    private static Set<String> of(Map<Relation, Set<String>> groups, Relation relation) {
        return groups.getOrDefault(relation, Set.of());
    }

    private void romanisations(Set<String> groups) {
        for (String syllable : pinyin()) {
            String wadeGiles = wadeGiles(syllable);
            if (!wadeGiles.equals(syllable)) {
                groups.add(syllable + " " + wadeGiles);
            }
        }
        for (String line : lines(sources.resolve("cantonese_syllables.tsv"))) {
            addGroup(groups, blanks(line));
        }
        for (String file : List.of("han_surnames.txt", "hangul_surnames.txt")) {
            for (String line : lines(texts.resolve(file))) {
                List<String> fields = blanks(line);
                addGroup(groups, fields.subList(1, fields.size()));
            }
        }
        koreanSyllables().values().forEach(group -> addGroup(groups, group));
    }

    private static void addGroup(Set<String> groups, Collection<String> words) {
        List<String> distinct = words.stream().filter(w -> w.length() > 1).distinct().toList();
        if (distinct.size() > 1) {
            groups.add(String.join(" ", distinct));
        }
    }

    private Map<String, List<String>> koreanSyllables() {
        Map<String, List<String>> result = new LinkedHashMap<>();
        String all = String.join("", lines(sources.resolve("korean_syllables.tsv")));
        for (int i = 0; i < all.length(); i++) {
            String syllable = all.substring(i, i + 1);
            result.put(syllable, Romaniser.spellings(syllable, Script.HANGUL));
        }
        return result;
    }

    private List<String> pinyin() {
        List<String> result = new ArrayList<>();
        for (String line : lines(texts.resolve("han_pinyin.txt"))) {
            String syllable = line.substring(0, line.indexOf('\t'));
            if (syllable.matches(".*[aeiou].*")) {
                result.add(syllable);
            }
        }
        return result;
    }

    /// Wade-Giles without apostrophes and signs, by the rules of its initials and finals.
    static String wadeGiles(String pinyin) {
        Map<String, String> whole = new HashMap<>();
        whole.put("zi", "tzu");
        whole.put("ci", "tzu");
        whole.put("si", "ssu");
        whole.put("zhi", "chih");
        whole.put("chi", "chih");
        whole.put("shi", "shih");
        whole.put("ri", "jih");
        whole.put("er", "erh");
        whole.put("yi", "i");
        whole.put("you", "yu");
        whole.put("yan", "yen");
        whole.put("ye", "yeh");
        whole.put("yue", "yueh");
        whole.put("yong", "yung");
        whole.put("ge", "ko");
        whole.put("ke", "ko");
        whole.put("he", "ho");
        whole.put("e", "o");
        if (whole.containsKey(pinyin)) {
            return whole.getOrDefault(pinyin, pinyin);
        }
        String initial = "";
        for (String candidate :
                List.of(
                        "zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h",
                        "j", "q", "x", "r", "z", "c", "s")) {
            if (pinyin.startsWith(candidate)) {
                initial = candidate;
                break;
            }
        }
        String end = pinyin.substring(initial.length());
        String before =
                switch (initial) {
                    case "zh", "j", "q" -> "ch";
                    case "x" -> "hs";
                    case "b" -> "p";
                    case "d" -> "t";
                    case "g" -> "k";
                    case "r" -> "j";
                    case "z", "c" -> "ts";
                    default -> initial;
                };
        String after =
                switch (end) {
                    case "ian" -> "ien";
                    case "ie" -> "ieh";
                    case "ue", "ve" -> "ueh";
                    case "ong" -> "ung";
                    case "iong" -> "iung";
                    case "uo" -> List.of("g", "k", "h", "sh").contains(initial) ? "uo" : "o";
                    case "ui" -> List.of("g", "k").contains(initial) ? "uei" : "ui";
                    case "e" -> "e";
                    default -> end;
                };
        return before + after;
    }

    // --- Words by class

    private String words(String file, boolean distinct) {
        StringBuilder out = new StringBuilder(GENERATED);
        Map<String, String> classes = new HashMap<>();
        for (String line : lines(sources.resolve(file))) {
            String[] fields = line.split("\t", -1);
            out.append(fields[0]);
            for (String raw : fields[1].split(",", -1)) {
                String word = raw.strip();
                String normal = TextNormaliser.normalise(word).toLowerCase(Locale.ROOT);
                if (word.isEmpty()) {
                    mistakes.add(file + ": an empty word in the line of " + fields[0]);
                }
                String earlier = classes.putIfAbsent(normal, fields[0]);
                if (earlier != null && distinct) {
                    mistakes.add(
                            file + ": " + word + " stands under " + earlier + " and " + fields[0]);
                }
                out.append('\t').append(normal);
            }
            out.append('\n');
        }
        return out.toString();
    }

    private String patronymics() {
        StringBuilder out = new StringBuilder(GENERATED);
        lines(sources.resolve("patronymics.tsv")).stream()
                .distinct()
                .map(line -> line.replaceFirst("\t-$", ""))
                .sorted(
                        Comparator.comparing((String line) -> line.startsWith("SURNAME"))
                                .thenComparingInt(line -> -line.split("\t", -1)[1].length())
                                .thenComparing(Comparator.naturalOrder()))
                .forEach(line -> out.append(line).append('\n'));
        return out.toString();
    }

    // --- East Asia

    private String surnames() {
        Transliterator traditional = Transliterator.getInstance("Simplified-Traditional");
        Map<String, Set<String>> kinds = new TreeMap<>();
        for (String line : lines(sources.resolve("east_asian_surnames.tsv"))) {
            String[] fields = line.split("\t", -1);
            Set<String> names = kinds.computeIfAbsent(fields[0], _ -> new TreeSet<>());
            List<String> words = blanks(fields[1]);
            if (words.size() == 1) {
                fields[1].codePoints().forEach(c -> names.add(Character.toString(c)));
            } else {
                names.addAll(words);
            }
        }
        addKeys(kinds.computeIfAbsent("HAN", _ -> new TreeSet<>()), "han_surnames.txt");
        addKeys(kinds.computeIfAbsent("HANGUL", _ -> new TreeSet<>()), "hangul_surnames.txt");
        Set<String> han = kinds.getOrDefault("HAN", Set.of());
        List.copyOf(han).forEach(name -> han.add(traditional.transliterate(name)));
        Set<String> japanese = kinds.computeIfAbsent("JAPANESE", _ -> new TreeSet<>());
        for (String line : lines(sources.resolve("japanese_names.tsv"))) {
            if (line.startsWith("S\t")) {
                blanks(line.substring(2))
                        .forEach(p -> japanese.add(p.substring(0, p.indexOf(':'))));
            }
        }
        StringBuilder out = new StringBuilder(GENERATED);
        kinds.forEach((kind, names) ->
                out.append(kind).append('\t').append(String.join(" ", names)).append('\n'));
        return out.toString();
    }

    private void addKeys(Set<String> names, String file) {
        for (String line : lines(texts.resolve(file))) {
            names.addAll(List.of(blanks(line).getFirst().split("\\|", -1)));
        }
    }

    private String japanese() {
        Map<String, Set<String>> readings = new TreeMap<>();
        for (String line : lines(sources.resolve("japanese_names.tsv"))) {
            for (String pair : blanks(line.substring(2))) {
                int colon = pair.indexOf(':');
                readings.computeIfAbsent(pair.substring(0, colon), _ -> new LinkedHashSet<>())
                        .addAll(List.of(pair.substring(colon + 1).split("/", -1)));
            }
        }
        StringBuilder out = new StringBuilder(GENERATED);
        readings.forEach((name, latin) ->
                out.append(name).append(' ').append(String.join(" ", latin)).append('\n'));
        return out.toString();
    }

    private String syllables() {
        Map<String, Set<String>> kinds = new TreeMap<>();
        for (String line : lines(sources.resolve("syllables.tsv"))) {
            String[] fields = line.split("\t", -1);
            kinds.computeIfAbsent(fields[0], _ -> new TreeSet<>()).addAll(blanks(fields[1]));
        }
        Set<String> wadeGiles = kinds.computeIfAbsent("WADE_GILES", _ -> new TreeSet<>());
        Set<String> korean = kinds.computeIfAbsent("KOREAN", _ -> new TreeSet<>());
        for (String syllable : pinyin()) {
            kinds.computeIfAbsent("PINYIN", _ -> new TreeSet<>()).add(syllable);
            wadeGiles.add(wadeGiles(syllable));
        }
        koreanSyllables().values().forEach(korean::addAll);
        StringBuilder out = new StringBuilder(GENERATED);
        kinds.forEach((kind, words) ->
                out.append(kind).append('\t').append(String.join(" ", words)).append('\n'));
        return out.toString();
    }
}
