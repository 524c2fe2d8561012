package manumit.lists;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import manumit.matching.Country;

/// Countries and nationalities in the wording of published lists: `(a) German, (b) Moroccan`,
/// `Russian and Belarusian`, `Indonesian. National Identification No.: …`.
///
/// @param countries in the order of the text, each once
/// @param unreadable parts that are no country
record CountryText(List<Country> countries, int unreadable) {

    private static final int MAX_LENGTH = 2_000;

    private static final Set<String> NOT_GIVEN =
            Set.of("", "-", "-0-", "n/a", "na", "n/d", "unknown", "not known", "none");

    private static final Pattern QUOTES = Pattern.compile("[\"“”]");
    private static final Pattern OTHER_FIELD =
            Pattern.compile("(?i)\\b(national identification|passport|identity card)\\b.*");
    private static final Pattern MARKER =
            Pattern.compile("(?<![\\p{L}\\p{N}])\\(?([a-z]|i{1,3}|iv|v)\\)\\s*");
    private static final Pattern PARENTHESES = Pattern.compile("\\([^()]*\\)?");
    private static final Pattern LEAD = Pattern.compile("(?i)^(possibly|probably)\\s+");
    private static final Pattern TAIL =
            Pattern.compile(
                    "(?i)\\s*\\b(since|until|as at|as of)\\b.*|\\b(citizenship|citizen|nationality|national)\\b"
                            + "( (withdrawn|given).*)?");

    /// Tried in this order, a text that is a country as a whole never being cut: "Trinidad and
    /// Tobago", "Korea, North".
    private static final List<Pattern> SEPARATORS =
            List.of(
                    Pattern.compile("[;|]"),
                    Pattern.compile(","),
                    Pattern.compile("\\s+and/or\\s+|\\s*/\\s*"),
                    Pattern.compile("\\s+and\\s+|\\s+or\\s+"));

    CountryText {
        countries = List.copyOf(countries);
    }

    static CountryText read(String text) {
        if (text.length() > MAX_LENGTH) {
            return new CountryText(List.of(), 1);
        }
        Set<Country> found = new LinkedHashSet<>();
        List<String> unreadable = new ArrayList<>();
        split(text, 0, found, unreadable);
        if (!unreadable.isEmpty()) {
            found.clear();
            unreadable.clear();
            String t = QUOTES.matcher(text).replaceAll(" ");
            t = OTHER_FIELD.matcher(t).replaceAll("");
            t = MARKER.matcher(t).replaceAll(";");
            t = PARENTHESES.matcher(t).replaceAll(" ");
            split(t, 0, found, unreadable);
        }
        return new CountryText(List.copyOf(found), unreadable.size());
    }

    private static void split(String text, int level, Set<Country> found, List<String> unreadable) {
        String t = LEAD.matcher(text.strip()).replaceFirst("");
        if (NOT_GIVEN.contains(t.toLowerCase(Locale.ROOT))) {
            return;
        }
        Optional<Country> country = Country.find(t);
        if (country.isEmpty()) {
            country = Country.find(TAIL.matcher(t).replaceAll(" "));
        }
        if (country.isPresent()) {
            country.filter(c -> !c.equals(Country.UNKNOWN)).ifPresent(found::add);
        } else if (level == SEPARATORS.size()) {
            unreadable.add(t);
        } else {
            for (String part : SEPARATORS.get(level).split(t, -1)) {
                split(part, level + 1, found, unreadable);
            }
        }
    }
}
