package manumit.benchmarks.training;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import manumit.matching.similarity.Letters;
import manumit.matching.similarity.Part;
import manumit.matching.similarity.Rarity;
import manumit.matching.text.Script;

/// Writes the table of how common name parts are, which the matching module carries.
///
/// A part's share is the mean of two: its share in the labels of Wikidata (many parts, but too many
/// Western ones), and its share among the people of the world, from lists of common names by
/// country weighted by population (few parts, but the world's). Watchlists are never counted: what
/// is common among the listed says nothing about travellers.
///
/// The same data give the same bytes.
public final class RarityTable {

    // Name parts of one Wikidata label, on average.
    private static final double PARTS_PER_NAME = 2.1;

    // Share of the first name of a list without figures; the others fall with the square root of
    // their rank.
    private static final double FIRST_SURNAME = .012;
    private static final double FIRST_FORENAME = .008;

    private static final Pattern SPACES = Pattern.compile("[\\s,·\\-]+");

    private final Map<String, Double> encyclopedia = new TreeMap<>();
    private final Map<String, Double> world = new TreeMap<>();
    private final Map<String, Double> millions = new HashMap<>();
    private double population;

    private RarityTable() {}

    /// The text of the table.
    ///
    /// @param names the folder with the Wikidata extracts and the lists of common names
    public static String generate(Path names) throws IOException {
        RarityTable table = new RarityTable();
        table.readEncyclopedia(names);
        table.readWorld();
        table.readSurnames(names.resolve("sigpwned_common-surnames-by-country.csv"));
        table.readForenames(names.resolve("sigpwned_common-forenames-by-country.csv"));
        return table.text();
    }

    private void readEncyclopedia(Path names) throws IOException {
        List<List<NameData.Row>> sources =
                List.of(
                        NameData.read(names, Script.ARABIC),
                        NameData.read(names, Script.CYRILLIC),
                        NameData.read(names, Script.HAN),
                        NameData.wholes(names, Script.HEBREW),
                        NameData.wholes(names, Script.HANGUL));
        for (List<NameData.Row> rows : sources) {
            Map<String, Double> counts = new TreeMap<>();
            double total = 0;
            for (NameData.Row row : rows) {
                for (String token : SPACES.split(row.latin().strip(), -1)) {
                    String form = form(token);
                    if (!form.isEmpty()) {
                        counts.merge(form, (double) row.count(), Double::sum);
                        total += row.count();
                    }
                }
            }
            double labels = total / PARTS_PER_NAME;
            counts.forEach((form, count) ->
                    encyclopedia.merge(form, count / labels / sources.size(), Double::sum));
        }
    }

    private void readWorld() throws IOException {
        try (InputStream stream = RarityTable.class.getResourceAsStream("world-names.tsv");
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            List<String[]> rows =
                    reader.lines()
                            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                            .map(line -> line.split("\t", -1))
                            .toList();
            for (String[] row : rows) {
                if (row[0].equals("country")) {
                    millions.put(row[1], Double.valueOf(row[2]));
                    population += Double.parseDouble(row[2]);
                }
            }
            for (String[] row : rows) {
                if (row[0].equals("part")) {
                    add(row[2], row[1], Double.parseDouble(row[3]) / 1000);
                }
            }
        }
    }

    private void readSurnames(Path file) throws IOException {
        Map<String, Integer> ranks = new HashMap<>();
        try (CsvReader<NamedCsvRecord> reader = csv(file)) {
            for (NamedCsvRecord row : reader) {
                String country = row.getField("Country");
                int rank = ranks.merge(country, 1, Integer::sum);
                double share = FIRST_SURNAME / Math.sqrt(rank);
                String percent = row.getField("Percent");
                String count = row.getField("Count");
                double people = millions.getOrDefault(country, 0.0) * 1e6;
                if (!percent.isEmpty()) {
                    share = Double.parseDouble(percent);
                } else if (!count.isEmpty() && people > 0) {
                    share = Math.min(.3, Double.parseDouble(count) / people);
                }
                add(country, row.getField("Romanized Name"), share);
            }
        }
    }

    private void readForenames(Path file) throws IOException {
        Map<String, Integer> ranks = new HashMap<>();
        try (CsvReader<NamedCsvRecord> reader = csv(file)) {
            for (NamedCsvRecord row : reader) {
                String country = row.getField("Country");
                int rank = ranks.merge(country + row.getField("Gender"), 1, Integer::sum);
                add(country, row.getField("Romanized Name"), FIRST_FORENAME / Math.sqrt(rank));
            }
        }
    }

    private static CsvReader<NamedCsvRecord> csv(Path file) throws IOException {
        return CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(file);
    }

    private void add(String country, String name, double share) {
        double people = millions.getOrDefault(country, 0.0);
        for (String token : SPACES.split(name.strip(), -1)) {
            String form = form(token);
            if (!form.isEmpty() && people > 0) {
                world.merge(form, share * people / population, Double::sum);
            }
        }
    }

    private static String form(String token) {
        return Letters.latin(NameData.plain(token));
    }

    private String text() {
        Map<String, Double> forms = new TreeMap<>();
        encyclopedia.forEach((form, share) -> forms.merge(form, share / 2, Double::sum));
        world.forEach((form, share) -> forms.merge(form, share / 2, Double::sum));
        Map<String, Double> classes = new TreeMap<>();
        forms.forEach((form, share) -> {
            String soundClass = Part.soundClassOf(form);
            if (!soundClass.isEmpty()) {
                classes.merge(soundClass, share, Double::sum);
            }
        });
        StringBuilder out = new StringBuilder();
        out.append("# How rare name parts are: -log2 of their share among names, in eighths.\n");
        out.append("# Format and meaning: manumit.matching.similarity.Rarity.\n");
        out.append("# Generated by manumit.benchmarks.training.RarityTable, do not edit.\n");
        out.append(
                "# Sources: half Wikidata labels (CC0; Latin columns of the five extracts), half\n");
        out.append(
                "# common names by country (sigpwned, CC0) and world-names.tsv (this project),\n");
        out.append("# weighted by population. No watchlist.\n");
        out.append(
                String.format(
                        Locale.ROOT,
                        "# Trainer version %d, %s; parts rarer than 2^-%d are left out.%n",
                        LetterTables.VERSION,
                        LetterTables.DATE,
                        (int) Rarity.UNKNOWN_BITS));
        append(out, "form", forms);
        append(out, "class", classes);
        return out.toString();
    }

    private static void append(StringBuilder out, String kind, Map<String, Double> shares) {
        shares.forEach((key, share) -> {
            double bits = -Math.log(Math.min(1, share)) / Math.log(2);
            if (bits < Rarity.UNKNOWN_BITS) {
                out.append(kind.charAt(0))
                        .append('\t')
                        .append(key)
                        .append('\t')
                        .append(Math.round(bits * 8))
                        .append('\n');
            }
        });
    }

    /// Writes the table: folder of the data, file to write.
    public static void main(String[] arguments) throws IOException {
        Files.writeString(
                Path.of(arguments[1]), generate(Path.of(arguments[0])), StandardCharsets.UTF_8);
    }
}
