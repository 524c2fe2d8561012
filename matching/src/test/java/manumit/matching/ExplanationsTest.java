package manumit.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import manumit.testkit.Golden;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What an officer would be told, as tables under `src/test/resources/golden/explanations`.
class ExplanationsTest {

    /// @param file name of the golden file
    /// @param query what is asked
    /// @param record what is listed
    record Case(
            String file, String title, Occasion occasion, Particulars query, Particulars record) {

        @Override
        public String toString() {
            return title;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                example(
                        "same-name-and-date",
                        "Full agreement",
                        Occasion.CHECK,
                        person("Khalid Mansour al-Harbi").birthDate(day(1964, 2, 17)),
                        person("Khalid Mansour al-Harbi").birthDate(day(1964, 2, 17))),
                example(
                        "other-script",
                        "Another script, a patronymic left out, the year only",
                        Occasion.CHECK,
                        person("Пётр Андреевич Соколов").birthDate(day(1971, 11, 3)),
                        person("Petr Sokolov").birthDate(new BirthDate.InYear(1971))),
                example(
                        "other-date",
                        "The same common name, another birth date",
                        Occasion.CHECK,
                        person("Mohamed Ahmed Hassan").birthDate(day(1988, 5, 9)),
                        person("Mohammed Ahmad Hasan").birthDate(day(1961, 10, 30))),
                example(
                        "swapped-date",
                        "Day and month swapped",
                        Occasion.CHECK,
                        person("Duncan MacAllister").birthDate(day(1980, 3, 11)),
                        person("Duncan McAlister").birthDate(day(1980, 11, 3))),
                example(
                        "brothers",
                        "Brothers, side by side",
                        Occasion.SIDE_BY_SIDE,
                        person("Andrei Igorevich Volkov"),
                        person("Aleksei Igorevich Volkov")),
                example(
                        "alias",
                        "The best of several names",
                        Occasion.CHECK,
                        person("Yusuf Benjelloun").birthDate(day(1979, 8, 1)),
                        person("Tariq Bennani")
                                .name(Name.of(NameKind.ALIAS, "Youssef Benjelloun"))
                                .birthDate(day(1979, 8, 1))),
                example(
                        "weak-alias",
                        "An unreliable alias",
                        Occasion.CHECK,
                        person("Yusuf Benjelloun"),
                        person("Tariq Bennani")
                                .name(Name.of(NameKind.WEAK_ALIAS, "Youssef Benjelloun"))),
                example(
                        "one-part",
                        "One part only",
                        Occasion.CHECK,
                        person("FNU Zhumabekova").nationality(country("KAZ")),
                        person("Aigerim Zhumabekova").nationality(country("KAZ"))),
                example(
                        "cut",
                        "A name cut at 35 characters",
                        Occasion.CHECK,
                        person("MAXIMILIAN ALEXANDER FREDERIC HOHEN"),
                        person("Maximilian Alexander Frederic Hohenfelsbach")),
                example(
                        "initials",
                        "Initials",
                        Occasion.SIDE_BY_SIDE,
                        person("J. R. Thackeray-Moss"),
                        person("James Robert Thackeray Moss")),
                example(
                        "document",
                        "A document read with slips, another name",
                        Occasion.CHECK,
                        person("Elena Petrova").document(passport("AO1234567", "FRA")),
                        person("Jelena Petrowa-Lindqvist").document(passport("A01234567", "FRA"))),
                example(
                        "document-alone",
                        "A document and no name",
                        Occasion.CHECK,
                        Particulars.builder()
                                .kind(EntityKind.PERSON)
                                .document(passport("KX7702913", "SWE")),
                        person("Ingrid Bergstrom").document(passport("KX7702913", "SWE"))),
                example(
                        "contradicted",
                        "Sex, nationality and place speak against it",
                        Occasion.CHECK,
                        person("Kim Min-seo")
                                .sex(Sex.FEMALE)
                                .nationality(country("KOR"))
                                .birthPlace("Busan"),
                        person("Kim Minseo")
                                .sex(Sex.MALE)
                                .nationality(country("PRK"))
                                .birthPlace("Hamhung")),
                example(
                        "places",
                        "Everything agrees a little",
                        Occasion.CHECK,
                        person("Oumar Traoré")
                                .birthDate(new BirthDate.Circa(1975))
                                .sex(Sex.MALE)
                                .nationality(country("MLI"))
                                .birthPlace("Ségou, Mali"),
                        person("Umar Traore")
                                .birthDate(new BirthDate.InYear(1976))
                                .sex(Sex.MALE)
                                .nationality(country("ML"))
                                .birthPlace("Segou")),
                example(
                        "organisation",
                        "Organisations",
                        Occasion.CHECK,
                        Particulars.builder()
                                .kind(EntityKind.ORGANISATION)
                                .name("Blue Heron Shipping Company Ltd"),
                        Particulars.builder()
                                .kind(EntityKind.ORGANISATION)
                                .name("BLUE HERON SHIPPING LLC")),
                example(
                        "kinds",
                        "A person and a vessel",
                        Occasion.CHECK,
                        person("Victoria Lindqvist"),
                        Particulars.builder().kind(EntityKind.VESSEL).name("Victoria")));
    }

    private static Case example(
            String file,
            String title,
            Occasion occasion,
            Particulars.Builder query,
            Particulars.Builder record) {
        return new Case(file, title, occasion, query.build(), record.build());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void explanationStaysAsReviewed(Case example) {
        Golden.assertMatches("explanations/" + example.file() + ".txt", explained(example));
    }

    private static String explained(Case example) {
        Comparison comparison =
                Matcher.current().compare(example.query(), example.record(), example.occasion());
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("field", "outcome", "query", "record", "bits"));
        for (Evidence piece : comparison.evidence()) {
            rows.add(
                    List.of(
                            piece.field().code(),
                            piece.outcome().code(),
                            piece.query(),
                            piece.record(),
                            bits(piece.bits())));
        }
        rows.add(
                List.of(
                        "total",
                        "",
                        comparison.query(),
                        comparison.record(),
                        bits(comparison.bits())));
        int[] widths = new int[rows.getFirst().size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        StringBuilder out = new StringBuilder();
        out.append("# ").append(example.title()).append(" (");
        out.append(example.occasion().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        out.append(")\n\n");
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String padding = " ".repeat(widths[i] - row.get(i).length());
                boolean isNumber = i == widths.length - 1;
                line.append(isNumber ? padding + row.get(i) : row.get(i) + padding).append("  ");
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
        out.append(
                String.format(
                        Locale.ROOT,
                        "%nscore %.4f, %s, %s%n",
                        comparison.score(),
                        comparison.band().code(),
                        comparison.method()));
        return out.toString();
    }

    private static String bits(double value) {
        return String.format(Locale.ROOT, "%.2f", value + 0.0);
    }

    private static Particulars.Builder person(String name) {
        return Particulars.builder().kind(EntityKind.PERSON).name(name);
    }

    private static BirthDate day(int year, int month, int day) {
        return BirthDate.of(year, month, day);
    }

    private static Country country(String code) {
        return Country.find(code).orElseThrow();
    }

    private static TravelDocument passport(String number, String issuer) {
        return new TravelDocument(DocumentType.PASSPORT, number, country(issuer));
    }
}
