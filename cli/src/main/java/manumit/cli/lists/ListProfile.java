package manumit.cli.lists;

import java.lang.Character.UnicodeScript;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import manumit.matching.BirthDate;
import manumit.matching.EntityKind;
import manumit.matching.Identity;
import manumit.matching.Name;
import manumit.matching.Particulars;

/// Counts what a list holds, record by record.
final class ListProfile implements Consumer<Identity> {

    private long records;
    private final Map<String, Long> lists = new TreeMap<>();
    private final Map<String, Long> kinds = new TreeMap<>();
    private final Map<String, Long> nameKinds = new TreeMap<>();
    private final Map<String, Long> scripts = new TreeMap<>();
    private final Map<String, Long> birthDates = new TreeMap<>();
    private final Map<String, Long> nationalities = new TreeMap<>();
    private final Map<String, Long> documents = new TreeMap<>();
    private Map<String, Long> rejects = new TreeMap<>();

    @Override
    public void accept(Identity identity) {
        Particulars p = identity.particulars();
        records++;
        count(lists, identity.list());
        count(kinds, label(p.kind()));
        for (Name name : p.names()) {
            count(nameKinds, label(name.kind()));
            count(scripts, script(name.whole()));
        }
        if (p.kind() == EntityKind.PERSON) {
            count(birthDates, precision(p.birthDates()));
        }
        if (p.nationalities().isEmpty()) {
            count(nationalities, "none");
        }
        p.nationalities().forEach(country -> count(nationalities, country.code()));
        p.documents().forEach(document -> count(documents, label(document.type())));
    }

    void rejects(Map<String, Integer> countByCode) {
        rejects = new TreeMap<>();
        countByCode.forEach((code, count) -> rejects.put(code, (long) count));
    }

    long records() {
        return records;
    }

    /// The counts by heading, each with the largest first.
    Map<String, Map<String, Long>> sections() {
        Map<String, Map<String, Long>> sections = new LinkedHashMap<>();
        sections.put("lists", largestFirst(lists));
        sections.put("kinds", largestFirst(kinds));
        sections.put("names", largestFirst(nameKinds));
        sections.put("scripts", largestFirst(scripts));
        sections.put("birth_dates_of_persons", largestFirst(birthDates));
        sections.put("nationalities", largestFirst(nationalities));
        sections.put("documents", largestFirst(documents));
        sections.put("rejects", largestFirst(rejects));
        return sections;
    }

    /// The script of most letters; of kana and Han together, Japanese.
    static String script(String name) {
        Map<UnicodeScript, Long> letters =
                name.codePoints()
                        .filter(Character::isLetter)
                        .mapToObj(UnicodeScript::of)
                        .collect(Collectors.groupingBy(s -> s, Collectors.counting()));
        if (letters.containsKey(UnicodeScript.HIRAGANA)
                || letters.containsKey(UnicodeScript.KATAKANA)) {
            return "kana";
        }
        return letters.entrySet().stream()
                .max(
                        Map.Entry.<UnicodeScript, Long>comparingByValue()
                                .thenComparing(e -> e.getKey().name()))
                .map(e -> e.getKey().name().toLowerCase(Locale.ROOT))
                .orElse("no letters");
    }

    /// How well the birth date of a person is known, by the best of several.
    private static String precision(List<BirthDate> dates) {
        if (dates.isEmpty()) {
            return "none";
        }
        return dates.stream().anyMatch(d -> d instanceof BirthDate.Day) ? "full" : "partial";
    }

    private static void count(Map<String, Long> counts, String key) {
        counts.merge(key, 1L, Long::sum);
    }

    private static Map<String, Long> largestFirst(Map<String, Long> counts) {
        Map<String, Long> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                .forEach(e -> sorted.put(e.getKey(), e.getValue()));
        return sorted;
    }

    /// A constant's name as it is printed.
    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
