package manumit.benchmarks.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import manumit.matching.NameKind;
import manumit.matching.Sex;
import org.junit.jupiter.api.Test;

class PopulationTest {

    private static final int MANY = 6_000;

    @Test
    void aPersonFollowsFromSeedAndNumberAlone() {
        List<InventedPerson> all = Population.of(5).people(0, 100).toList();
        assertThat(Population.of(5).people(60, 40).toList()).isEqualTo(all.subList(60, 100));
        assertThat(Population.of(5).people(0, 100).parallel().toList()).isEqualTo(all);
        assertThat(Population.of(6).person(60)).isNotEqualTo(all.get(60));
    }

    @Test
    void everyCultureTakesItsTurn() {
        int cultures = Population.cultures().size();
        assertThat(cultures).isGreaterThanOrEqualTo(21);
        assertThat(Population.of(1).people(0, cultures).map(InventedPerson::culture))
                .containsExactlyElementsOf(Population.cultures());
    }

    @Test
    void manyDifferentNamesAndFewOfThemTwice() {
        Set<String> names = new HashSet<>();
        Set<String> documents = new HashSet<>();
        Population.of(1)
                .people(0, MANY)
                .forEach(p -> {
                    names.add(p.primary().whole());
                    documents.add(p.document().number());
                });
        assertThat(names).hasSizeGreaterThan(MANY / 2);
        assertThat(documents).hasSizeGreaterThan(MANY - 3);
    }

    @Test
    void namesFollowTheFormOfTheirCulture() {
        Population.of(3)
                .people(0, MANY)
                .forEach(p -> {
                    String family = p.primary().familyName();
                    String whole = p.primary().whole();
                    switch (p.culture()) {
                        case "chinese", "korean", "japanese", "vietnamese" ->
                                assertThat(whole).startsWith(family + " ");
                        case "ethiopian" -> assertThat(family).isEmpty();
                        case "indonesian" -> assertThat(whole).endsWith(family);
                        case "russian" -> {
                            assertThat(whole.split(" ", -1)).hasSize(3);
                            assertThat(whole)
                                    .matches(
                                            p.sex() == Sex.FEMALE
                                                    ? ".*(na|vna) .*a(ya|ia)?"
                                                    : ".*ich .*[nvy]");
                        }
                        default -> assertThat(whole).endsWith(" " + family);
                    }
                });
    }

    @Test
    void culturesOfOtherScriptsKnowTheOriginal() {
        List<String> written =
                Population.of(1)
                        .people(0, MANY)
                        .filter(p ->
                                p.aliases().stream()
                                        .anyMatch(a -> a.kind() == NameKind.ORIGINAL_SCRIPT))
                        .map(InventedPerson::culture)
                        .distinct()
                        .toList();
        assertThat(written)
                .containsExactlyInAnyOrder(
                        "arabic",
                        "persian",
                        "russian",
                        "ukrainian",
                        "georgian",
                        "armenian",
                        "greek",
                        "hebrew",
                        "chinese",
                        "korean",
                        "japanese",
                        "indian");
    }

    @Test
    void aTravellerShowsLessThanTheListedPerson() {
        InventedPerson person = Population.of(1).person(0);
        assertThat(person.asTraveller().names()).containsExactly(person.primary());
        assertThat(person.asListed().names()).hasSize(1 + person.aliases().size());
        assertThat(person.onList("invented").entity()).isEqualTo(person.id());
    }

    @Test
    void negativeNumbersAreRefused() {
        assertThatThrownBy(() -> Population.of(1).person(-1)).hasMessageContaining("number");
    }
}
