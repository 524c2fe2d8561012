package manumit.benchmarks.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import manumit.matching.BirthDate;
import manumit.matching.EntityKind;
import manumit.matching.Identity;
import manumit.matching.MemberSet;
import manumit.matching.NameKind;
import manumit.matching.Particulars;
import manumit.matching.Sex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrowdTest {

    private static final int MANY = 40_000;
    private static final List<Identity> ALL = Crowd.of(1).identities(0, MANY).toList();
    private static final List<Particulars> PEOPLE =
            ALL.stream()
                    .map(Identity::particulars)
                    .filter(p -> p.kind() == EntityKind.PERSON)
                    .toList();

    @Test
    void anIdentityFollowsFromSeedAndNumberAlone() {
        List<Identity> all = Crowd.of(5).identities(0, 100).toList();
        assertThat(Crowd.of(5).identities(60, 40).toList()).isEqualTo(all.subList(60, 100));
        assertThat(Crowd.of(5).identities(0, 100).parallel().toList()).isEqualTo(all);
        assertThat(Crowd.of(6).identity(60)).isNotEqualTo(all.get(60));
        assertThat(all.get(60).list()).isEqualTo("crowd");
        assertThat(all.get(60).entity()).isEqualTo(Crowd.reference(60));
    }

    @Test
    void sharesAreAsStated() {
        assertThat(PEOPLE.size() / (double) MANY).isCloseTo(.98, within(.005));
        assertShare(.80, p -> p.sex() != Sex.UNKNOWN);
        assertShare(.85, p -> !p.nationalities().isEmpty());
        assertShare(.30, p -> !p.documents().isEmpty());
        assertShare(.90, p -> p.birthDates().stream().anyMatch(BirthDate.Day.class::isInstance));
        assertShare(.05, p -> p.birthDates().stream().anyMatch(BirthDate.InYear.class::isInstance));
        assertShare(.05, p -> p.birthDates().isEmpty());
        assertShare(.03, p -> p.birthDates().size() == 2);
        assertThat(PEOPLE.stream().mapToInt(p -> p.names().size()).average().orElse(0))
                .isCloseTo(2.2, within(.05));
    }

    @Test
    void aTwentyfifthOfBirthDatesIsTheFirstOfJanuary() {
        double first =
                PEOPLE.stream()
                        .flatMap(p -> p.birthDates().stream())
                        .filter(d ->
                                d instanceof BirthDate.Day day && day.date().getDayOfYear() == 1)
                        .count();
        assertThat(first / PEOPLE.size()).isCloseTo(.04, within(.006));
    }

    @Test
    void originalScriptsAreFourAndRare() {
        List<String> originals =
                PEOPLE.stream()
                        .flatMap(p -> p.names().stream())
                        .filter(n -> n.kind() == NameKind.ORIGINAL_SCRIPT)
                        .map(n -> n.whole())
                        .toList();
        assertThat(originals.size() / (double) PEOPLE.size()).isBetween(.01, .025);
        for (String script : List.of("IsArabic", "IsCyrillic", "IsHan", "IsHangul")) {
            assertThat(originals).anyMatch(name -> name.matches("[\\p{" + script + "} ]+"));
        }
        assertThat(originals).noneMatch(name -> name.matches(".*[a-zA-Zāīūḥʿ·_~].*"));
    }

    @Test
    void noMarkOfTheFileOfCulturesIsLeftInAName() {
        assertThat(PEOPLE.stream().flatMap(p -> p.names().stream()).map(n -> n.whole()))
                .noneMatch(name -> name.matches(".*[ḥṣḍṭẓʿ·_~^$|/=<>].*"));
    }

    @Test
    void aHundredThousandPeopleHaveManyDifferentParts() {
        Set<String> parts = new HashSet<>();
        Crowd.of(1)
                .identities(0, 100_000)
                .flatMap(i -> i.particulars().names().stream())
                .forEach(name ->
                        parts.addAll(
                                List.of(name.whole().toLowerCase(Locale.ROOT).split("[ -]", -1))));
        assertThat(parts).hasSizeBetween(70_000, 140_000);
    }

    @Test
    void everyCultureOccurs() {
        assertThat(Crowd.cultures()).hasSize(13);
        Set<String> seen = new HashSet<>();
        for (int number = 0; number < 2_000; number++) {
            if (Crowd.of(1).isPerson(number)) {
                seen.add(Crowd.of(1).person(number).culture().code());
            }
        }
        assertThat(seen).containsExactlyInAnyOrderElementsOf(Crowd.cultures());
    }

    @ParameterizedTest
    @CsvSource({"0, .0962", "1, .0481", "9, .0096"})
    void ranksAreDrawnByZipfsLaw(int rank, double share) {
        SplittableRandom random = new SplittableRandom(4);
        Map<Integer, Integer> counts = new HashMap<>();
        for (int i = 0; i < 200_000; i++) {
            counts.merge(Zipf.rank(18_000, random), 1, Integer::sum);
        }
        assertThat(counts.getOrDefault(rank, 0) / 200_000.0).isCloseTo(share, within(.1 * share));
        assertThat(counts.keySet()).allMatch(r -> r >= 0 && r < 18_000);
    }

    @Test
    void restrictedRecordsAreAShareAndTheSamePeople() {
        List<Identity> restricted = Crowd.of(1).withRestricted(.1).identities(0, 5_000).toList();
        assertThat(restricted.stream().map(Identity::particulars))
                .containsExactlyElementsOf(
                        ALL.subList(0, 5_000).stream().map(Identity::particulars).toList());
        long few =
                restricted.stream().filter(i -> !i.visibleTo().equals(MemberSet.EVERYBODY)).count();
        assertThat(few / 5_000.0).isCloseTo(.1, within(.02));
    }

    @Test
    void negativeNumbersAndImpossibleSharesAreRefused() {
        assertThatThrownBy(() -> Crowd.of(1).identity(-1)).hasMessageContaining("number");
        assertThatThrownBy(() -> Crowd.of(1).withRestricted(2)).hasMessageContaining("restricted");
    }

    private static void assertShare(double share, Predicate<Particulars> predicate) {
        assertThat(PEOPLE.stream().filter(predicate).count() / (double) PEOPLE.size())
                .isCloseTo(share, within(.01));
    }
}
