package manumit.benchmarks.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import manumit.lists.ListReader;
import manumit.matching.EntityKind;
import manumit.matching.Identity;
import manumit.matching.Name;

/// People on public lists, by way of the readers under test.
final class ListedPeople {

    static final String UN = "lists/UN_consolidated.xml";
    static final String EU = "lists/eu";

    private static final int FEWEST = 15;

    private ListedPeople() {}

    /// The people of one file.
    static List<Identity> read(Path data, String file) throws IOException {
        return read(List.of(present(data.resolve(file))));
    }

    /// The people of all EU files.
    static List<Identity> readEu(Path data) throws IOException {
        try (Stream<Path> files = Files.list(present(data.resolve(EU)))) {
            List<Identity> people = new ArrayList<>();
            for (Path file : files.filter(f -> f.toString().endsWith(".csv")).sorted().toList()) {
                people.addAll(read(List.of(file)));
            }
            return people;
        }
    }

    private static List<Identity> read(List<Path> files) throws IOException {
        List<Identity> people = new ArrayList<>();
        ListReader.read(
                files,
                identity -> {
                    if (identity.particulars().kind() == EntityKind.PERSON) {
                        people.add(identity);
                    }
                },
                reject -> {});
        return people;
    }

    private static Path present(Path file) throws NoSuchFileException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        return file;
    }

    /// Primary Latin names beside the names in other scripts, by script.
    static List<ScriptPairs.Source> originals(String list, List<Identity> people) {
        Map<String, List<ScriptPairs.Twin>> byScript = new TreeMap<>();
        for (Identity person : people) {
            List<String> names = person.particulars().names().stream().map(Name::whole).toList();
            String latin =
                    names.stream()
                            .filter(n -> ScriptPairs.script(n).equals("LATIN"))
                            .findFirst()
                            .orElse("");
            for (String name : names) {
                String script = ScriptPairs.script(name);
                if (!script.equals("LATIN") && !latin.isEmpty()) {
                    byScript.computeIfAbsent(
                                    script.toLowerCase(Locale.ROOT), s -> new ArrayList<>())
                            .add(new ScriptPairs.Twin(latin, name));
                }
            }
        }
        return byScript.entrySet().stream()
                .filter(e -> e.getValue().size() >= FEWEST)
                .map(e -> new ScriptPairs.Source(e.getKey(), list + " list", e.getValue()))
                .toList();
    }
}
