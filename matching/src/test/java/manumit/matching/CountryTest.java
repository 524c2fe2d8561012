package manumit.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.util.ULocale;
import com.ibm.icu.util.VersionInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountryTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ng                                       | NG
                    NGA                                      | NG
                    D                                        | DE
                    GBD                                      | GB
                    GBN                                      | GB
                    GBO                                      | GB
                    GBP                                      | GB
                    GBS                                      | GB
                    UK                                       | GB
                    UNO                                      | UN
                    UNA                                      | UN
                    UNK                                      | XK
                    RKS                                      | XK
                    XXA                                      | XA
                    XXB                                      | XB
                    XXC                                      | XC
                    XXX                                      | XX
                    EUE                                      | EU
                    XPO                                      | XP
                    XOM                                      | XM
                    XCE                                      | XE
                    Iran (Islamic Republic of)               | IR
                    IRAN, ISLAMIC REPUBLIC OF                | IR
                    Democratic Republic of the Congo         | CD
                    Congo, Democratic Republic of the        | CD
                    Congo                                    | CG
                    Korea, North                             | KP
                    Korea, South                             | KR
                    Democratic People’s Republic of Korea    | KP
                    Russian Federation                       | RU
                    former Soviet Union                      | SU
                    USSR                                     | SU
                    Yugoslavia                               | YU
                    Zaire                                    | CD
                    Burma                                    | MM
                    West Bank                                | PS
                    Kosovo                                   | XK
                    The Gambia                               | GM
                    Cote d'Ivoire                            | CI
                    CÔTE D’IVOIRE                            | CI
                    Trinidad and Tobago                      | TT
                    Trinidad & Tobago                        | TT
                    Turquie                                  | TR
                    Türkiye                                  | TR
                    TURKEY                                   | TR
                    Allemagne                                | DE
                    Alemania                                 | DE
                    Etats-Unis                               | US
                    Estados Unidos                           | US
                    U.S.A.                                   | US
                    نيجيريا                                  | NG
                    المملكة العربية السعودية                 | SA
                    مصر                                      | EG
                    Belarussian                              | BY
                    Filipino                                 | PH
                    North Korean                             | KP
                    ' Saudi   Arabian '                      | SA
                    """)
    void countriesAreFoundByCodeNameAndNationality(String text, String code) {
        assertThat(Country.find(text)).contains(new Country(code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "QQ", "AAA", "Congolese", "Korean", "Atlantis", "N", "12", "-"})
    void whatIsNotSettledStaysEmpty(String text) {
        assertThat(Country.find(text)).isEmpty();
    }

    @Test
    void anEndlessTextIsNoCountry() {
        assertThat(Country.find("Nigeria ".repeat(100_000))).isEmpty();
    }

    @Test
    void anUnassignedCodeIsRefused() {
        assertThatThrownBy(() -> new Country("QQ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Country("ng")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void unknownIsACodeOfItsOwn() {
        assertThat(Country.find("ZZ")).contains(Country.UNKNOWN);
    }

    @Test
    void everyCountryOfIsoIsFoundByItsCodesAndItsNamesInFourLanguages() {
        for (String code : Locale.getISOCountries()) {
            Country country = new Country(code);
            for (String language : new String[] {"en", "fr", "es", "ar"}) {
                Locale locale = Locale.of(language);
                assertThat(Country.find(country.name(locale))).as(code).contains(country);
                assertThat(Country.find(Locale.of("", code).getISO3Country())).contains(country);
            }
        }
    }

    @Test
    void namesComeInTheFourLanguagesAndElseInEnglish() {
        Country germany = new Country("DE");
        assertThat(germany.name(Locale.ENGLISH)).isEqualTo("Germany");
        assertThat(germany.name(Locale.FRENCH)).isEqualTo("Allemagne");
        assertThat(germany.name(Locale.of("es"))).isEqualTo("Alemania");
        assertThat(germany.name(Locale.of("ar"))).isEqualTo("ألمانيا");
        assertThat(germany.name(Locale.JAPANESE)).isEqualTo("Germany");
        assertThat(new Country("XK").name(Locale.ENGLISH)).isEqualTo("Kosovo");
        assertThat(new Country("SU").name(Locale.FRENCH)).isEqualTo("Soviet Union");
    }

    @Test
    void noSpellingMeansTwoCountries() {
        assertThat(Country.find("Nigeria")).isPresent();
        assertThat(CountryTable.AMBIGUOUS).isEmpty();
    }

    /// `country-names.tsv` is generated; run with `-Dgolden.rewrite=true` after an update of ICU.
    @Test
    void theGeneratedNamesAreNotStale() throws IOException {
        Path file =
                Path.of(System.getProperty("repository.root", ".."))
                        .resolve("matching/src/main/resources/manumit/matching/country-names.tsv");
        String generated = generatedNames();
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.writeString(file, generated);
        }
        assertThat(Files.readString(file, StandardCharsets.UTF_8)).isEqualTo(generated);
    }

    private static String generatedNames() {
        StringBuilder text =
                new StringBuilder()
                        .append("# Generated by CountryTest from ICU ")
                        .append(VersionInfo.ICU_VERSION.getMajor())
                        .append(". Do not edit: run the test with -Dgolden.rewrite=true.\n")
                        .append("#code\talpha-3\ten\tfr\tes\tar\n");
        TreeSet<String> codes = new TreeSet<>(java.util.List.of(Locale.getISOCountries()));
        codes.add("XK");
        for (String code : codes) {
            String alpha3 = code.equals("XK") ? "XKX" : Locale.of("", code).getISO3Country();
            text.append(code).append('\t').append(alpha3);
            for (String language : new String[] {"en", "fr", "es", "ar"}) {
                text.append('\t')
                        .append(
                                new ULocale("", code)
                                        .getDisplayCountry(new ULocale(language))
                                        .replaceAll("[\u200e\u200f]", ""));
            }
            text.append('\n');
        }
        return text.toString();
    }
}
