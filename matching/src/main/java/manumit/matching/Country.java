package manumit.matching;

import java.util.Locale;
import java.util.Optional;

/// A country or issuing body, by its ISO 3166-1 alpha-2 code. Bodies and states without one have a
/// code that ISO leaves to its users: `XK` Kosovo, `XA` stateless, `XB` and `XC` refugees, `XX`
/// nationality not stated, other `X…` organisations that issue travel documents. Former states that
/// broke up keep theirs (`SU`, `YU`, `CS`, `AN`). All of them stand in the resources
/// `countries.tsv` (kept by hand) and `country-names.tsv` (generated from ICU).
///
/// @param code two capital letters, assigned
public record Country(String code) {

    /// Not given.
    public static final Country UNKNOWN = new Country("ZZ");

    public Country {
        if (!CountryTable.isCode(code)) {
            throw new IllegalArgumentException(
                    "code: an assigned ISO 3166-1 alpha-2 code expected, such as NG; found "
                            + code.length()
                            + " characters that are none");
        }
    }

    /// Reads ISO alpha-2, ISO alpha-3, the codes of ICAO 9303 (`D`, `GBO`, `UNO`, `XXA`, `RKS` …),
    /// names in English, French, Spanish and Arabic, formal and former names ("Korea, North",
    /// "Zaire"), and English words for nationality ("Belarusian"). Case, accents and punctuation do
    /// not matter.
    ///
    /// @return empty where the text is none of these; nothing is guessed
    public static Optional<Country> find(String text) {
        return CountryTable.find(text);
    }

    /// Display name in English, French, Spanish or Arabic; in English for any other language.
    public String name(Locale locale) {
        return CountryTable.name(code, locale);
    }

    @Override
    public String toString() {
        return code;
    }
}
