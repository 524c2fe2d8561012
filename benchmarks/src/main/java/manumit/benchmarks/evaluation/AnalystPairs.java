package manumit.benchmarks.evaluation;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import manumit.matching.BirthDate;
import manumit.matching.Country;
import manumit.matching.EntityKind;
import manumit.matching.Name;
import manumit.matching.NameKind;
import manumit.matching.Particulars;

/// Records of two lists that analysts judged the same or different, from
/// `names/ofac_un_analyst_pairs.csv`. Pairs judged unsure are left out.
final class AnalystPairs {

    static final String FILE = "names/ofac_un_analyst_pairs.csv";

    private static final Pattern QUALITY = Pattern.compile("\\s*\\[(Good|Low)]\\s*$");
    private static final Pattern YEARS = Pattern.compile("(\\d{4})\\s*(?:/|-|to)\\s*(\\d{4})");
    private static final Pattern DATE_TYPE =
            Pattern.compile(
                    "^(EXACT|APPROXIMATELY|BETWEEN|circa|about)[:\\s]\\s*",
                    Pattern.CASE_INSENSITIVE);
    private static final DateTimeFormatter WRITTEN =
            new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern("d MMM uuuu")
                    .toFormatter(Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT);

    /// How much of the records is compared.
    enum Depth {
        SINGLE_NAMES("single names"),
        /// The left main name against all names of the right, without those spelled the same: lists
        /// copy each other's aliases, travellers do not.
        HIDDEN_SPELLING("one name against all, its spelling hidden"),
        ALL_NAMES("all names"),
        WHOLE("names, birth dates, nationalities");

        private final String title;

        Depth(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    private AnalystPairs() {}

    /// @param type as the file says: `Individual` or `Entity`
    static List<LabelledPair> read(Path data, String type, Depth depth) throws IOException {
        List<LabelledPair> pairs = new ArrayList<>();
        for (NamedCsvRecord row : CsvTable.read(data.resolve(FILE))) {
            String label = CsvTable.field(row, "label");
            if (!label.equals("unsure")
                    && CsvTable.field(row, "l_type").equals(type)
                    && CsvTable.field(row, "r_type").equals(type)) {
                Particulars left =
                        side(
                                row,
                                "l_",
                                type,
                                depth == Depth.HIDDEN_SPELLING ? Depth.SINGLE_NAMES : depth);
                Particulars right = side(row, "r_", type, depth);
                if (depth == Depth.HIDDEN_SPELLING) {
                    right = without(left.names().getFirst(), right);
                }
                if (!right.names().isEmpty()) {
                    pairs.add(
                            new LabelledPair(
                                    left, right, label.equals("positive"), "analyst", true, false));
                }
            }
        }
        return pairs;
    }

    private static Particulars side(NamedCsvRecord row, String side, String type, Depth depth) {
        Particulars.Builder b = Particulars.builder();
        b.kind(type.equals("Individual") ? EntityKind.PERSON : EntityKind.ORGANISATION);
        b.name(CsvTable.field(row, side + "name"));
        if (depth != Depth.SINGLE_NAMES) {
            aliases(CsvTable.field(row, side + "aliases")).forEach(b::name);
            String original = CsvTable.field(row, side + "orig_script");
            if (!original.isEmpty()) {
                b.name(Name.of(NameKind.ORIGINAL_SCRIPT, original));
            }
        }
        if (depth == Depth.WHOLE) {
            birthDates(CsvTable.field(row, side + "dob")).forEach(b::birthDate);
            countries(CsvTable.field(row, side + "nationality")).forEach(b::nationality);
        }
        return b.build();
    }

    /// The record without the names that have the same tokens as the given one, in any order.
    static Particulars without(Name hidden, Particulars record) {
        String tokens = PlainName.of(hidden.whole()).sortedText();
        return new Particulars(
                record.kind(),
                record.names().stream()
                        .filter(name -> !PlainName.of(name.whole()).sortedText().equals(tokens))
                        .toList(),
                record.birthDates(),
                record.sex(),
                record.nationalities(),
                record.birthPlaces(),
                record.documents());
    }

    /// Aliases separated by `|`, each with an optional `[Good]` or `[Low]`.
    static List<Name> aliases(String cell) {
        return Stream.of(cell.split("\\|", -1))
                .map(String::strip)
                .filter(alias -> !QUALITY.matcher(alias).replaceAll("").isBlank())
                .map(alias ->
                        Name.of(
                                alias.endsWith("[Low]") ? NameKind.WEAK_ALIAS : NameKind.ALIAS,
                                QUALITY.matcher(alias).replaceAll("")))
                .toList();
    }

    /// Birth dates separated by `;` or `|`: `1959-09-24`, `13 May 1965`, `1965`, `circa 1965`,
    /// `1964 to 1966`, `EXACT:1959-09-24`, `APPROXIMATELY:1965`, `BETWEEN:1964/1966`. What is none
    /// of these is left out.
    static List<BirthDate> birthDates(String cell) {
        return Stream.of(cell.split("[;|]", -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .flatMap(text -> birthDate(text).stream())
                .distinct()
                .toList();
    }

    private static Optional<BirthDate> birthDate(String text) {
        Matcher type = DATE_TYPE.matcher(text);
        boolean circa =
                type.find()
                        && Character.toLowerCase(type.group(1).charAt(0)) != 'e'
                        && Character.toLowerCase(type.group(1).charAt(0)) != 'b';
        String date = type.replaceFirst("").strip();
        Matcher years = YEARS.matcher(date);
        if (years.matches()) {
            return BirthDate.find(years.group(1) + "/" + years.group(2));
        }
        if (circa && date.length() >= 4) {
            return BirthDate.find("c. " + date.substring(0, 4));
        }
        Optional<BirthDate> iso = BirthDate.find(date);
        return iso.isPresent() ? iso : writtenDate(date);
    }

    private static Optional<BirthDate> writtenDate(String date) {
        try {
            return Optional.of(new BirthDate.Day(LocalDate.parse(date, WRITTEN)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// Countries separated by `;` or `|`; unknown names are left out.
    static List<Country> countries(String cell) {
        return Stream.of(cell.split("[;|]", -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .flatMap(text -> Country.find(text).stream())
                .distinct()
                .toList();
    }
}
