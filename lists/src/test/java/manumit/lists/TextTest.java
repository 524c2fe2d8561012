package manumit.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import manumit.matching.Country;
import manumit.matching.DocumentType;
import manumit.matching.NameKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Wordings of published lists, from each to what is understood.
class TextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-none-",
            textBlock =
                    """
                    1964-02-17                                  | 1964-02-17
                    1964-02                                     | 1964-02
                    1964                                        | 1964
                    c. 1964                                     | c. 1964
                    Circa 1964                                  | c. 1964
                    approximately 1964                          | c. 1964
                    17.3.2014                                   | 2014-03-17
                    7.8. 1978                                   | 1978-08-07
                    10 Dec 1948                                 | 1948-12-10
                    10 December 1948                            | 1948-12-10
                    16 Jun. 1969                                | 1969-06-16
                    December 10, 1948                           | 1948-12-10
                    Sep 1938                                    | 1938-09
                    1951 to 1953                                | 1951/1953
                    circa 1951 to 1953                          | 1951/1953
                    01 Jan 1951 to 31 Dec 1953                  | 1951/1953
                    Between 1977 and 1982                       | 1977/1982
                    1959/1960                                   | 1959/1960
                    Between Aug. and Sep. 1977                  | 1977-08, 1977-09
                    March/April 1965                            | 1965-03, 1965-04
                    March 1968/1969                             | 1968-03, 1969
                    18.1.1970 or 29.3.1965                      | 1970-01-18, 1965-03-29
                    10.2.1983 (or 10.3.1983)                    | 1983-02-10, 1983-03-10
                    (a) 3.3.1965, (b) circa 1952; (c) 1 Jan. 1966 | 1965-03-03, c. 1952, 1966-01-01
                    a) 1.1.1969 b) approximately 1971           | 1969-01-01, c. 1971
                    1979, 1980 or 1981                          | 1979, 1980, 1981
                    1343 (Iranian Hijri calendar), 1964 or 1965 (Gregorian calendar) | 1964, 1965
                    (a) 1975, (b) 24.6.1402 (Hijri Calendar)    | 1975
                    20.8.1963 POB: Port Example Gender: male    | 1963-08-20
                    1960s                                       | 1960/1969
                    25/12/1964                                  | 1964-12-25
                    12/25/1964                                  | 1964-12-25
                    05/05/1964                                  | 1964-05-05
                    N/D                                         | -none-
                    -0-                                         | -none-
                    03/04/1964                                  | ?
                    31.2.1964                                   | ?
                    1.1.0064                                    | ?
                    24.6.1402 (Hijri Calendar)                  | ?
                    10 October (year unknown)                   | ?
                    long ago                                    | ?
                    27.11.1967; Port Example                    | 1967-11-27, ?
                    """)
    void birthDates(String text, String expected) {
        DateText read = DateText.read(text);
        String dates =
                read.dates().stream().map(Object::toString).collect(Collectors.joining(", "));
        String shown = dates + (read.unreadable() > 0 ? (dates.isEmpty() ? "?" : ", ?") : "");
        assertThat(shown).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Nigerian                                             | NG
                    (a) German, (b) Moroccan                             | DE MA
                    Russian and Belarusian                               | RU BY
                    Trinidad and Tobago                                  | TT
                    Korea, North                                         | KP
                    "(a) Trinidad and Tobago; (b) United States of America" | TT US
                    Ukrainian and/or Russian                             | UA RU
                    Italian since 1990                                   | IT
                    Indonesian. National Identification No.: 1127 (card) | ID
                    possibly Palestinian                                 | PS
                    Atlantean                                            | ?
                    Russian, Atlantean                                   | RU ?
                    """)
    void nationalities(String text, String expected) {
        CountryText read = CountryText.read(text);
        String shown =
                read.countries().stream().map(Country::code).collect(Collectors.joining(" "))
                        + (read.unreadable() > 0 ? " ?" : "");
        assertThat(shown.strip()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Halima VARENNE                                   | ALIAS Halima/VARENNE
                    VARENNE Halima Meru                              | ALIAS Halima Meru/VARENNE
                    Varenne, Halima                                  | ALIAS Halima/Varenne
                    Halima, Meru VARENNE                             | ALIAS Halima Meru/VARENNE
                    HALIMA VARENNE                                   | ALIAS HALIMA VARENNE
                    ‘Sample’                                         | ALIAS Sample
                    ‘Abd al-Sample                                   | ALIAS ‘Abd al-Sample
                    Halima VARENNE (Halima VAREN)                    | ALIAS Halima/VARENNE; ALIAS Halima/VAREN
                    Maxim VARENNE (VAREN)                            | ALIAS Maxim/VARENNE; ALIAS Maxim/VAREN
                    Iury (Yuri) VARENNE                              | ALIAS Iury/VARENNE; ALIAS Yuri/VARENNE
                    Halima VARENNE/VAREN                             | ALIAS Halima/VARENNE; ALIAS Halima/VAREN
                    Halima VARENNE (a.k.a. Lima, Meru or Sample)     | ALIAS Halima/VARENNE; ALIAS Lima; ALIAS Meru; ALIAS Sample
                    Halima VARENNE (born OSTRO)                      | ALIAS Halima/VARENNE; MAIDEN Halima/OSTRO
                    Halima VARENNE, née OSTRO                        | ALIAS Halima/VARENNE; MAIDEN Halima/OSTRO
                    Халима ВАРЕН                                     | ORIGINAL_SCRIPT Халима/ВАРЕН
                    Halima VARENNE (Халима ВАРЕН)                    | ALIAS Halima/VARENNE; ORIGINAL_SCRIPT Халима/ВАРЕН
                    Halima Sample (original script: Халима Пример)   | ALIAS Halima Sample; ORIGINAL_SCRIPT Халима Пример
                    Halima VARENNE Russian: Халима ВАРЕН             | ALIAS Halima/VARENNE; ORIGINAL_SCRIPT Халима/ВАРЕН
                    حليمة (Halima Sample; Halimah Sample)            | ORIGINAL_SCRIPT حليمة; ALIAS Halima Sample; ALIAS Halimah Sample
                    Halima Sample (previously listed as)             | ALIAS Halima Sample
                    Halima Sample born 12 Dec. 1965 in Port Example  | ALIAS Halima Sample
                    Halima Sample, born 1 Jan. 1953 (passport no.03825239, expiry 3 May 2024.) | ALIAS Halima Sample
                    Halima Sample son of Meru Sample (حليمة ولد ميرو) | ALIAS Halima Sample; ORIGINAL_SCRIPT حليمة ولد ميرو
                    Qari Sample (Minister of Examples)               | ALIAS Qari Sample
                    Al-Sample (the Exampler)                         | ALIAS Al-Sample
                    Abu Sample (nom de guerre)                       | WEAK_ALIAS Abu Sample
                    Halima Sample b) Lima Sample                     | ALIAS Halima Sample; ALIAS Lima Sample
                    Halima One; Halima Two; Halima One               | ALIAS Halima One; ALIAS Halima Two
                    Korean:; Text of image; 김철수                    | ORIGINAL_SCRIPT 김철수
                    Павел ПРИМЕР / Павло ПРИМЕР                      | ORIGINAL_SCRIPT Павел/ПРИМЕР; ORIGINAL_SCRIPT Павло/ПРИМЕР
                    """)
    void namesOfPersons(String text, String expected) {
        assertThat(
                        NameText.persons(text, NameKind.ALIAS).stream()
                                .map(n -> n.kind() + " " + Reading.shown(n))
                                .collect(Collectors.joining("; ")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    VARENNE, Halima              | Halima/VARENNE
                    VARENNE, Halima Meru, Jr.    | Halima Meru Jr./VARENNE
                    THE SAMPLE                   | THE SAMPLE
                    ABU, Little,                 | Little/ABU
                    """)
    void namesWithTheFamilyNameFirst(String text, String expected) {
        assertThat(Reading.shown(NameText.familyFirst(NameKind.PRIMARY, text)).strip())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    A31142734 (Malaysian number, issued on 6.11.2013 by the Department) | PASSPORT A31142734 MY
                    (a) Philippines number EC6530802 (expires 19.1.2021), (b) Philippines number EB2778599 | PASSPORT EC6530802 PH; PASSPORT EB2778599 PH
                    A54062245 (Iran), expires 12.7.2026          | PASSPORT A54062245 IR
                    7301 420589                                  | PASSPORT 7301 420589 ZZ
                    7304273188, 7301381541                       | PASSPORT 7304273188 ZZ; PASSPORT 7301381541 ZZ
                    TR-P 614166 (Turkish passport)               | PASSPORT TR-P 614166 TR
                    series 6103 No 814361, issued on 8.4.2003 by the Railway Department | PASSPORT 6103 814361 ZZ
                    Russian passport no. 55 0314316, valid from 6.12.2019 | PASSPORT 55 0314316 RU
                    Moroccan national identity card DE-473900    | NATIONAL_ID DE-473900 MA
                    no number                                    | ?
                    """)
    void documents(String text, String expected) {
        DocumentText read = DocumentText.read(text, DocumentType.PASSPORT, Country.UNKNOWN);
        String shown =
                read.documents().stream()
                        .map(d -> d.type() + " " + d.number() + " " + d.issuer())
                        .collect(Collectors.joining("; "));
        assertThat(shown + (read.unreadable() > 0 ? "?" : "")).isEqualTo(expected);
    }
}
