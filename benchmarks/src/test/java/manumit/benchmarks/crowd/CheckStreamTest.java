package manumit.benchmarks.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import manumit.matching.Candidate;
import manumit.matching.EntityKind;
import manumit.matching.Matcher;
import manumit.matching.Name;
import manumit.matching.NameKind;
import manumit.matching.Particulars;
import manumit.matching.Sex;
import manumit.matching.Watchlist;
import org.junit.jupiter.api.Test;

class CheckStreamTest {

    private static final Crowd CROWD = Crowd.of(1);
    private static final CheckOptions OPTIONS = CheckOptions.of(3, 20_000);

    @Test
    void aCheckFollowsFromSeedAndNumberAlone() {
        List<Check> all = CheckStream.of(CROWD, OPTIONS).checks(0, 100).toList();
        assertThat(CheckStream.of(CROWD, OPTIONS).checks(60, 40).toList())
                .isEqualTo(all.subList(60, 100));
        assertThat(CheckStream.of(CROWD, OPTIONS.withSeed(4)).check(60)).isNotEqualTo(all.get(60));
    }

    @Test
    void sharesAreAsStated() {
        List<Check> checks = CheckStream.of(CROWD, OPTIONS).checks(0, 40_000).toList();
        assertThat(checks.stream().filter(c -> c.target() != null).count() / 40_000.0)
                .isCloseTo(.005, within(.0015));
        assertThat(
                        checks.stream()
                                        .filter(c ->
                                                !c.query().particulars().birthDates().isEmpty())
                                        .count()
                                / 40_000.0)
                .isCloseTo(.95, within(.005));
        assertThat(checks.stream().map(c -> c.query().particulars().sex()))
                .containsOnly(Sex.UNKNOWN);
    }

    @Test
    void aBorderCheckTellsSexAndNationality() {
        assertThat(CheckStream.of(CROWD, OPTIONS.withBorder(true)).checks(0, 200))
                .allMatch(c -> c.query().particulars().sex() != Sex.UNKNOWN)
                .allMatch(c -> c.query().particulars().nationalities().size() == 1);
    }

    @Test
    void targetsAreListedPeopleAndMostlyFound() {
        Crowd crowd = Crowd.of(9);
        Watchlist list = Watchlist.of(crowd.identities(0, 300).toList());
        List<Check> checks =
                CheckStream.of(crowd, CheckOptions.of(1, 300).withTargetShare(1))
                        .checks(0, 300)
                        .toList();
        long found =
                checks.stream()
                        .filter(c ->
                                list.candidates(c.query()).stream()
                                        .map(Candidate::identity)
                                        .anyMatch(i -> i.entity().equals(c.target())))
                        .count();
        assertThat(checks)
                .allMatch(c ->
                        crowd.identity(
                                                Long.parseLong(
                                                        Objects.requireNonNull(c.target())
                                                                .substring(1)))
                                        .particulars()
                                        .kind()
                                == EntityKind.PERSON);
        assertThat(found).isGreaterThan(240);
    }

    /// The tables that write generated parts in other scripts are rough, but good enough for the
    /// matcher to read back.
    @Test
    void namesInOtherScriptsAreReadBackByTheMatcher() {
        Matcher matcher = Matcher.current();
        List<Particulars> people =
                CROWD.identities(0, 20_000)
                        .map(i -> i.particulars())
                        .filter(p -> p.names().getLast().kind() == NameKind.ORIGINAL_SCRIPT)
                        .toList();
        long alike =
                people.stream()
                        .filter(p ->
                                matcher.compare(
                                                        named(p.names().getFirst()),
                                                        named(p.names().getLast()))
                                                .bits()
                                        > 0)
                        .count();
        assertThat(people).hasSizeGreaterThan(200);
        assertThat(alike / (double) people.size()).isGreaterThan(.8);
    }

    @Test
    void impossibleSharesAreRefused() {
        assertThatThrownBy(() -> OPTIONS.withDatedShare(1.5)).hasMessageContaining("datedShare");
        assertThatThrownBy(() -> CheckOptions.of(1, 0)).hasMessageContaining("people");
    }

    private static Particulars named(Name name) {
        return Particulars.builder().kind(EntityKind.PERSON).name(name).build();
    }
}
