package manumit.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import manumit.lists.Traveller;
import manumit.matching.Band;
import manumit.matching.BirthDate;
import manumit.matching.Candidate;
import manumit.matching.Comparison;
import manumit.matching.Country;
import manumit.matching.Evidence;
import manumit.matching.Field;
import manumit.matching.Identity;
import manumit.matching.Name;
import manumit.matching.NameKind;
import manumit.matching.Outcome;
import manumit.matching.Particulars;
import manumit.testkit.Golden;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The shapes of answers, on evidence written by hand: they are a promise whatever the method says.
class AnswerFormatTest {

    @ParameterizedTest
    @EnumSource(AnswerFormat.Choice.class)
    void answersKeepTheirShape(AnswerFormat.Choice choice) {
        AnswerFormat format = choice.format();

        Golden.assertMatches(
                "check/shape." + (choice == AnswerFormat.Choice.table ? "txt" : choice.name()),
                format.header()
                        + format.render(sokolov())
                        + format.render(nobody())
                        + format.footer());
    }

    @ParameterizedTest
    @EnumSource(TableAnswers.Reasons.class)
    void tablesFitTheirWidth(TableAnswers.Reasons reasons) {
        String table = new TableAnswers(reasons).render(sokolov());

        assertThat(table.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(121));
    }

    private static Answer sokolov() {
        Particulars asked =
                Particulars.builder()
                        .name(Name.ofParts(NameKind.PRIMARY, "Gennadii", "Sokolov"))
                        .birthDate(BirthDate.of(1964, 7, 2))
                        .nationality(new Country("RU"))
                        .build();
        Particulars listed =
                Particulars.builder()
                        .name(Name.ofParts(NameKind.PRIMARY, "Геннадий Аркадьевич", "Соколов"))
                        .birthDate(BirthDate.of(1964, 2, 7))
                        .nationality(new Country("BY"))
                        .build();
        Comparison first =
                new Comparison(
                        "made-up",
                        23.5,
                        0.99999992,
                        Band.STRONG,
                        "Gennadii Sokolov",
                        "Соколов Геннадий Аркадьевич",
                        List.of(
                                evidence(Field.PRIOR, Outcome.UNKNOWN, "", "", -7.5),
                                evidence(Field.NAME, Outcome.NEAR, "Gennadii", "Геннадий", 6.123),
                                evidence(Field.NAME, Outcome.AGREE, "Sokolov", "Соколов", 5.5),
                                evidence(Field.NAME, Outcome.OMITTED, "", "Аркадьевич", -0.2),
                                evidence(
                                        Field.BIRTH_DATE,
                                        Outcome.NEAR,
                                        "1964-07-02",
                                        "1964-02-07",
                                        8),
                                evidence(Field.SEX, Outcome.UNKNOWN, "M", "", 0),
                                evidence(Field.NATIONALITY, Outcome.CONTRADICTED, "RU", "BY", -1)));
        Comparison second =
                new Comparison(
                        "made-up",
                        0.25,
                        0.5432,
                        Band.POSSIBLE,
                        "Gennadii Sokolov",
                        "طارق \"محمود\", junior",
                        List.of(
                                evidence(
                                        Field.NAME, Outcome.CONTRADICTED, "Sokolov", "محمود", -3)));
        return new Answer(
                new Traveller("T-1", asked, given("T-1", "Gennadii", "Sokolov", "1964-07-02")),
                List.of(
                        new Candidate(Identity.of("SL", "4711", listed), first),
                        new Candidate(Identity.of("SL", "12", listed), second)));
    }

    private static Answer nobody() {
        return new Answer(
                new Traveller(
                        "T-2", Particulars.builder().build(), given("T-2", "Ann", "Other", "")),
                List.of());
    }

    private static Evidence evidence(
            Field field, Outcome outcome, String query, String record, double bits) {
        return new Evidence(field, outcome, query, record, bits);
    }

    private static SequencedMap<String, String> given(
            String id, String givenNames, String familyName, String birthDate) {
        SequencedMap<String, String> given = new LinkedHashMap<>();
        given.put("id", id);
        given.put("given_names", givenNames);
        given.put("family_name", familyName);
        given.put("birth_date", birthDate);
        return given;
    }
}
