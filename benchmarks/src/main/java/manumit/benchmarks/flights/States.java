package manumit.benchmarks.flights;

import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.concurrent.ConcurrentHashMap;
import manumit.matching.Country;

/// Codes of three letters as travel documents print them.
final class States {

    /// Where ICAO 9303 differs from ISO 3166 or ISO has none.
    private static final Map<String, String> OWN =
            Map.of("DE", "D", "XK", "RKS", "XA", "XXA", "XB", "XXB", "XC", "XXC");

    private static final Map<String, String> SEEN = new ConcurrentHashMap<>();

    private States() {}

    /// `XXX`, unspecified, where there is no code.
    static String code(Country country) {
        return SEEN.computeIfAbsent(country.code(), States::find);
    }

    private static String find(String code) {
        String own = OWN.get(code);
        if (own != null) {
            return own;
        }
        try {
            String three = Locale.of("", code).getISO3Country();
            return three.isEmpty() ? "XXX" : three;
        } catch (MissingResourceException e) {
            return "XXX";
        }
    }
}
