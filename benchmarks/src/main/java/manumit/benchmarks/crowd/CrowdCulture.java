package manumit.benchmarks.crowd;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import manumit.benchmarks.population.Population;
import manumit.matching.Country;
import manumit.matching.Sex;
import org.jspecify.annotations.Nullable;

/// A naming culture of the crowd. Read from `cultures.txt`, which explains its format. Immutable
/// once read.
final class CrowdCulture {

    private static final String RESOURCE = "cultures.txt";

    /// Kinds of parts, as the lines of the file begin.
    enum Kind {
        MALE,
        FEMALE,
        MIDDLE,
        FAMILY
    }

    private final String code;
    private int share;
    private final List<Country> countries = new ArrayList<>();
    private CrowdForm form = CrowdForm.GIVEN_FAMILY;
    private Transcription transcription = Transcription.NONE;
    private final Map<Kind, PartTable> tables = new EnumMap<>(Kind.class);
    private final List<Respelling.Rule> respell = new ArrayList<>();
    private final List<Respelling.Rule> system = new ArrayList<>();
    private Respelling respelling = new Respelling(List.of(), List.of(), Transcription.NONE);

    private CrowdCulture(String code) {
        this.code = code;
    }

    /// All cultures, in the order of the file.
    static List<CrowdCulture> listAll() {
        Map<String, Map<Kind, List<String>>> common = common();
        List<CrowdCulture> cultures = new ArrayList<>();
        for (String line : lines(CrowdCulture.class)) {
            int space = line.indexOf(' ');
            String key = line.substring(0, space);
            String value = line.substring(space + 1).strip();
            if (key.equals("culture")) {
                cultures.add(new CrowdCulture(value));
            } else {
                cultures.getLast().read(key, value, common);
            }
        }
        cultures.forEach(CrowdCulture::complete);
        return List.copyOf(cultures);
    }

    private static List<String> lines(Class<?> beside) {
        try (InputStream in = beside.getResourceAsStream(RESOURCE);
                BufferedReader lines =
                        new BufferedReader(
                                new InputStreamReader(
                                        Objects.requireNonNull(in, RESOURCE),
                                        StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Entries of the population's file by culture and kind.
    private static Map<String, Map<Kind, List<String>>> common() {
        Map<String, Map<Kind, List<String>>> common = new HashMap<>();
        Map<Kind, List<String>> current = Map.of();
        for (String line : lines(Population.class)) {
            int space = line.indexOf(' ');
            String value = line.substring(space + 1).strip();
            @Nullable Kind kind =
                    switch (line.substring(0, space)) {
                        case "culture" -> {
                            current = new EnumMap<>(Kind.class);
                            common.put(value, current);
                            yield null;
                        }
                        case "male" -> Kind.MALE;
                        case "female" -> Kind.FEMALE;
                        case "patronymic" -> Kind.MIDDLE;
                        case "family" -> Kind.FAMILY;
                        default -> null;
                    };
            if (kind != null) {
                current.computeIfAbsent(kind, _ -> new ArrayList<>())
                        .addAll(Stream.of(value.split(",", -1)).map(String::strip).toList());
            }
        }
        return common;
    }

    private void read(String key, String value, Map<String, Map<Kind, List<String>>> common) {
        switch (key) {
            case "share" -> share = Integer.parseInt(value);
            case "countries" ->
                    Stream.of(value.split(" ", -1)).map(Country::new).forEach(countries::add);
            case "form" -> form = CrowdForm.valueOf(value);
            case "script" -> {
                transcription = Transcription.valueOf(value);
                for (Kind kind : Kind.values()) {
                    tables.put(kind, new PartTable(transcription));
                }
            }
            case "common" ->
                    interleave(
                            Stream.of(value.split(" ", -1))
                                    .map(culture -> common.getOrDefault(culture, Map.of()))
                                    .toList());
            case "respell" -> respell.addAll(Respelling.rules(value));
            case "system" -> system.addAll(Respelling.rules(value));
            default -> readParts(key, value);
        }
    }

    private void readParts(String key, String value) {
        if (key.endsWith("-list")) {
            PartTable table = table(kind(key.substring(0, key.length() - "-list".length())));
            Stream.of(value.split(" ", -1)).forEach(entry -> addEntry(table, entry));
        } else {
            int colon = value.indexOf(':');
            table(kind(key))
                    .add(Integer.parseInt(value.substring(0, colon)), value.substring(colon + 1));
        }
    }

    private static Kind kind(String key) {
        return Kind.valueOf(key.toUpperCase(Locale.ROOT));
    }

    /// The commonest of each culture first, in turn.
    private void interleave(List<Map<Kind, List<String>>> cultures) {
        for (Kind kind : Kind.values()) {
            List<List<String>> lists =
                    cultures.stream().map(c -> c.getOrDefault(kind, List.of())).toList();
            int longest = lists.stream().mapToInt(List::size).max().orElse(0);
            for (int i = 0; i < longest; i++) {
                for (List<String> list : lists) {
                    if (i < list.size()) {
                        addEntry(table(kind), list.get(i));
                    }
                }
            }
        }
    }

    /// Adds `SPELLING/SPELLING…[=ORIGINAL]`, each with an optional `|feminine`.
    private void addEntry(PartTable table, String entry) {
        table.add(part(entry, 0), part(entry, 1));
    }

    private CrowdPart part(String entry, int form) {
        String[] sides = entry.split("=", 2);
        List<String> spellings =
                Stream.of(sides[0].split("/", -1))
                        .map(s -> form(s.strip(), form))
                        .map(Transcription::capitalised)
                        .toList();
        return new CrowdPart(
                Transcription.lowerCase(spellings.getFirst()),
                spellings.getFirst(),
                sides.length == 1 || transcription == Transcription.NONE
                        ? ""
                        : form(sides[1].strip(), form),
                spellings.subList(1, spellings.size()));
    }

    private static String form(String text, int form) {
        int bar = text.indexOf('|');
        return bar < 0 ? text : form == 0 ? text.substring(0, bar) : text.substring(bar + 1);
    }

    private void complete() {
        respelling = new Respelling(respell, system, transcription);
        if (share < 1 || countries.isEmpty() || respell.isEmpty()) {
            throw new IllegalStateException(
                    RESOURCE + ": share, countries or respell missing in " + code);
        }
    }

    String code() {
        return code;
    }

    /// How many people bear names of it, in relation to the others.
    int share() {
        return share;
    }

    CrowdForm form() {
        return form;
    }

    Respelling respelling() {
        return respelling;
    }

    /// Has its writing an original script that is not Latin?
    boolean bearsScript() {
        return transcription != Transcription.NONE;
    }

    /// Is its original script written without spaces?
    boolean isUnspaced() {
        return transcription == Transcription.WRITTEN;
    }

    PartTable table(Kind kind) {
        return Objects.requireNonNull(tables.get(kind));
    }

    CrowdPart given(Sex sex, SplittableRandom random) {
        return table(sex == Sex.FEMALE ? Kind.FEMALE : Kind.MALE).draw(sex, random);
    }

    CrowdPart middle(Sex sex, SplittableRandom random) {
        return table(Kind.MIDDLE).draw(sex, random);
    }

    CrowdPart family(Sex sex, SplittableRandom random) {
        return table(Kind.FAMILY).draw(sex, random);
    }

    boolean isAtHomeIn(Country country) {
        return countries.contains(country);
    }

    Country country(SplittableRandom random) {
        return countries.get(Zipf.rank(countries.size(), random));
    }
}
