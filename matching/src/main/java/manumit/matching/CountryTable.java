package manumit.matching;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The two resources behind {@link Country}, as hash tables built once. Immutable.
final class CountryTable {

    /// Longest text that is looked up, in UTF-16 units; the longest name has about 60.
    private static final int MAX_LENGTH = 120;

    /// Languages of the generated file, in the order of its columns.
    private static final List<String> LANGUAGES = List.of("en", "fr", "es", "ar");

    private static final Pattern MARKS = Pattern.compile("[\\p{M}\u0640]");
    private static final Pattern APOSTROPHES = Pattern.compile("['’‘ʼ`´.]");
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");

    /// Code to display names, in the order of {@link #LANGUAGES}.
    private static final Map<String, List<String>> NAMES = new HashMap<>();

    /// Folded spelling to code.
    private static final Map<String, String> SPELLINGS = new HashMap<>();

    /// Spellings that the resources give to two codes; empty, as a test checks.
    static final List<String> AMBIGUOUS = new ArrayList<>();

    static {
        NAMES.put("ZZ", List.of("Unknown"));
        spell("ZZ", "ZZ");
        for (String[] row : rows("country-names.tsv")) {
            NAMES.put(row[0], List.of(row).subList(2, row.length));
            spell(row[0], row[0]);
            for (int i = 1; i < row.length; i++) {
                spell(row[i], row[0]);
            }
        }
        for (String[] row : rows("countries.tsv")) {
            String code = row[0];
            spell(code, code);
            for (int i = 1; i < row.length; i++) {
                for (String value : row[i].split(" \\| ", -1)) {
                    if (!value.isBlank()) {
                        spell(value, code);
                    }
                }
            }
            if (!NAMES.containsKey(code)) {
                NAMES.put(code, List.of(row[2].split(" \\| ", -1)[0]));
            }
        }
    }

    /// Instances to hand out, made after the tables they are checked against.
    private static final class Instances {
        static final Map<String, Optional<Country>> BY_CODE = new HashMap<>();

        static {
            NAMES.keySet().forEach(code -> BY_CODE.put(code, Optional.of(new Country(code))));
        }
    }

    private CountryTable() {}

    static boolean isCode(String code) {
        return NAMES.containsKey(code);
    }

    static Optional<Country> find(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String code = SPELLINGS.get(fold(text));
        return code == null
                ? Optional.empty()
                : Instances.BY_CODE.getOrDefault(code, Optional.empty());
    }

    static String name(String code, Locale locale) {
        List<String> names = NAMES.getOrDefault(code, List.of(code));
        int column = LANGUAGES.indexOf(locale.getLanguage());
        return column > 0 && column < names.size() ? names.get(column) : names.getFirst();
    }

    /// Lower case without accents, punctuation and a leading article; one space between words.
    private static String fold(String text) {
        String plain =
                isAscii(text)
                        ? text
                        : MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                                .replaceAll("");
        plain = APOSTROPHES.matcher(plain).replaceAll("").replace("&", " and ");
        plain = OTHER.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
        return plain.startsWith("the ") ? plain.substring(4) : plain;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    private static void spell(String text, String code) {
        String other = SPELLINGS.putIfAbsent(fold(text), code);
        if (other != null && !other.equals(code)) {
            AMBIGUOUS.add(text + ": " + other + ", " + code);
        }
    }

    private static List<String[]> rows(String resource) {
        try (InputStream in = CountryTable.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the module");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
