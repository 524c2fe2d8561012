package manumit.benchmarks.population;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import manumit.matching.Country;
import manumit.matching.Sex;

/// A naming culture: its parts of names and how they are put together. Read from `cultures.txt`,
/// which explains its format.
final class Culture {

    private static final String RESOURCE = "cultures.txt";

    /// Kinds of parts, as the lines of the file begin.
    enum Kind {
        MALE,
        FEMALE,
        FAMILY,
        PATRONYMIC
    }

    private final String code;
    private final List<Country> countries = new ArrayList<>();
    private NameForm form = NameForm.GIVEN_FAMILY;
    private final Map<Kind, List<NamePart>> parts = new EnumMap<>(Kind.class);

    private Culture(String code) {
        this.code = code;
        for (Kind kind : Kind.values()) {
            parts.put(kind, new ArrayList<>());
        }
    }

    /// All cultures, in the order of the file.
    static List<Culture> listAll() {
        try (InputStream in = Culture.class.getResourceAsStream(RESOURCE);
                BufferedReader lines =
                        new BufferedReader(
                                new InputStreamReader(
                                        Objects.requireNonNull(in, RESOURCE),
                                        StandardCharsets.UTF_8))) {
            List<Culture> cultures = new ArrayList<>();
            lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(line -> read(line, cultures));
            return List.copyOf(cultures);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(String line, List<Culture> cultures) {
        int space = line.indexOf(' ');
        String key = line.substring(0, space);
        String value = line.substring(space + 1).strip();
        switch (key) {
            case "culture" -> cultures.add(new Culture(value));
            case "countries" ->
                    Stream.of(value.split(" ", -1))
                            .map(Country::new)
                            .forEach(cultures.getLast().countries::add);
            case "form" -> cultures.getLast().form = NameForm.valueOf(value);
            case "male" -> cultures.getLast().add(Kind.MALE, value);
            case "female" -> cultures.getLast().add(Kind.FEMALE, value);
            case "family" -> cultures.getLast().add(Kind.FAMILY, value);
            case "patronymic" -> cultures.getLast().add(Kind.PATRONYMIC, value);
            default -> throw new IllegalStateException(RESOURCE + ": unknown key " + key);
        }
    }

    private void add(Kind kind, String entries) {
        Stream.of(entries.split(",", -1)).map(NamePart::of).forEach(list(kind)::add);
    }

    private List<NamePart> list(Kind kind) {
        return Objects.requireNonNull(parts.get(kind));
    }

    String code() {
        return code;
    }

    NameForm form() {
        return form;
    }

    Country country(SplittableRandom random) {
        return countries.get(zipf(countries.size(), random));
    }

    NamePart given(Sex sex, SplittableRandom random) {
        return any(sex == Sex.FEMALE ? Kind.FEMALE : Kind.MALE, random);
    }

    NamePart any(Kind kind, SplittableRandom random) {
        List<NamePart> from = list(kind);
        return from.get(zipf(from.size(), random));
    }

    /// A place in a list of that size by Zipf's law: place i is drawn 1/(i + 3) as often, a little
    /// flatter than the law so that short lists are used to the end.
    private static int zipf(int size, SplittableRandom random) {
        double total = 0;
        for (int i = 0; i < size; i++) {
            total += 1.0 / (i + 3);
        }
        double at = random.nextDouble() * total;
        for (int i = 0; i < size; i++) {
            at -= 1.0 / (i + 3);
            if (at <= 0) {
                return i;
            }
        }
        return size - 1;
    }
}
