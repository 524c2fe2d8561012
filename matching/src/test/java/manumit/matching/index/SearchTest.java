package manumit.matching.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import manumit.matching.Band;
import manumit.matching.Comparison;
import manumit.matching.Evidence;
import manumit.matching.Field;
import manumit.matching.Identity;
import manumit.matching.MemberSet;
import manumit.matching.Occasion;
import manumit.matching.Outcome;
import manumit.matching.Particulars;
import manumit.matching.Query;
import manumit.matching.v1.MethodV1;
import manumit.matching.v1.Prepared;
import manumit.matching.v1.Scoring;
import manumit.testkit.Seed;
import manumit.testkit.Seeds;
import org.junit.jupiter.params.ParameterizedTest;

/// Both ways of searching, each forced on every stretch, against comparison with every record.
class SearchTest {

    private static final Scoring METHOD = MethodV1.SCORING;

    @ParameterizedTest
    @Seeds(12)
    void scanningFindsEveryCandidate(Seed seed) {
        assertFindsAll(seed, Integer.MAX_VALUE, 2, comparison -> false);
    }

    @ParameterizedTest
    @Seeds(12)
    void scanningWithCompleteTablesFindsEveryCandidate(Seed seed) {
        assertFindsAll(seed, Integer.MAX_VALUE, 0, comparison -> false);
    }

    @ParameterizedTest
    @Seeds(12)
    void scanningWithoutTablesFindsEveryCandidate(Seed seed) {
        assertFindsAll(seed, Integer.MAX_VALUE, Byte.MAX_VALUE, comparison -> false);
    }

    /// What the class comment of {@link Search} says may be missed: links of joined parts.
    @ParameterizedTest
    @Seeds(12)
    void drivingMissesNoCandidateButThoseLinkedThroughJoinedParts(Seed seed) {
        assertFindsAll(seed, 0, seed.value() % 2 == 0 ? 0 : 2, SearchTest::isJoined);
    }

    private static void assertFindsAll(
            Seed seed,
            int mostScanned,
            int askedBefore,
            Function<Comparison, Boolean> mayBeMissed) {
        Invented invented = new Invented(seed.random());
        List<Identity> identities = invented.identities(300);
        Segment segment = Segment.of(identities, METHOD.rules());
        Search search = new Search(segment, new SimilarWords(segment, askedBefore), mostScanned);
        for (Band band : List.of(Band.POSSIBLE, Band.WEAK)) {
            for (int i = 0; i < 40; i++) {
                Particulars asked = invented.perturbed(identities.get(i * 7).particulars());
                Query query = new Query(asked, MemberSet.EVERYBODY, band, 1000);
                Prepared prepared = Prepared.of(asked);
                Set<RecordKey> found = new HashSet<>();
                int count = search.run(query, prepared);
                for (int f = 0; f < count; f++) {
                    found.add(segment.identities().key(search.found(f)));
                }
                for (Identity identity : identities) {
                    Comparison comparison =
                            METHOD.compare(
                                    prepared, Prepared.of(identity.particulars()), Occasion.CHECK);
                    if (comparison.band().atLeast(band) && !mayBeMissed.apply(comparison)) {
                        assertThat(found)
                                .as("%s, query %d, %s", seed, i, band)
                                .contains(new RecordKey(identity.list(), identity.entity()));
                    }
                }
            }
        }
    }

    private static boolean isJoined(Comparison comparison) {
        return comparison.evidence().stream()
                .filter(e -> e.field() == Field.NAME)
                .filter(e -> e.outcome() == Outcome.AGREE || e.outcome() == Outcome.NEAR)
                .anyMatch(SearchTest::isJoined);
    }

    private static boolean isJoined(Evidence evidence) {
        return evidence.query().contains(" ") || evidence.record().contains(" ");
    }
}
