package manumit.matching.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import manumit.matching.Band;
import manumit.matching.BirthDate;
import manumit.matching.Candidate;
import manumit.matching.Identity;
import manumit.matching.ListScale;
import manumit.matching.MemberSet;
import manumit.matching.Name;
import manumit.matching.NameKind;
import manumit.matching.Occasion;
import manumit.matching.Particulars;
import manumit.matching.Query;
import manumit.matching.similarity.PartSimilarity;
import manumit.matching.v1.Prepared;
import manumit.matching.v1.Scoring;
import manumit.matching.v2.MethodV2;
import manumit.testkit.Seed;
import manumit.testkit.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/// The search of `manumit-2` against comparison with every record: each way of it forced on every
/// stretch, and the list as a whole.
class KeyedSearchTest {

    private static final Scoring METHOD = MethodV2.SCORING;

    @ParameterizedTest
    @Seeds(12)
    void scanningFindsEveryCandidate(Seed seed) {
        assertFindsAll(seed, Integer.MAX_VALUE);
    }

    @ParameterizedTest
    @Seeds(12)
    void drivingFindsEveryCandidate(Seed seed) {
        assertFindsAll(seed, 0);
    }

    private static void assertFindsAll(Seed seed, int mostScanned) {
        Random random = seed.random();
        Invented invented = new Invented(random);
        List<Identity> identities = identities(invented, random);
        Segment segment = Segment.of(identities, METHOD.rules());
        KeyedSearch search =
                new KeyedSearch(
                        segment,
                        new KeyedWords(segment, METHOD.rules()),
                        METHOD.rules(),
                        mostScanned);
        List<Prepared> records =
                identities.stream().map(i -> Prepared.of(i.particulars())).toList();
        for (Band band : List.of(Band.POSSIBLE, Band.WEAK)) {
            for (int i = 0; i < 40; i++) {
                Particulars asked = asked(invented, identities.get(i * 7).particulars(), random);
                Prepared prepared = Prepared.of(asked);
                Set<RecordKey> found = new HashSet<>();
                int count = search.run(new Query(asked, MemberSet.EVERYBODY, band, 1000), prepared);
                for (int f = 0; f < count; f++) {
                    found.add(segment.identities().key(search.found(f)));
                }
                for (int r = 0; r < records.size(); r++) {
                    boolean isCandidate =
                            METHOD.findScore(
                                            prepared,
                                            records.get(r),
                                            Occasion.CHECK,
                                            band,
                                            PartSimilarity::between)
                                    .isPresent();
                    if (isCandidate) {
                        assertThat(found)
                                .as("%s, query %d, %s", seed, i, band)
                                .contains(RecordKey.of(identities.get(r)));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @Seeds(8)
    void aLongListAnswersWhatComparingWithEveryRecordSays(Seed seed) {
        Random random = seed.random();
        Invented invented = new Invented(random);
        List<Identity> identities = identities(invented, random);
        IndexedWatchlist list = IndexedWatchlist.of(identities.subList(0, 200), ListScale.LONG);
        list.putAll(identities.subList(200, 300));
        for (int i = 0; i < 60; i++) {
            Particulars asked = asked(invented, identities.get(i * 4).particulars(), random);
            Query query = new Query(asked, MemberSet.EVERYBODY, Band.WEAK, 1000);
            assertThat(answer(list.candidates(query)))
                    .as("seed %s, query %d", seed, i)
                    .isEqualTo(answer(exhaustive(identities, query)));
        }
    }

    @Test
    void aSnapshotKeepsTheScale(@TempDir Path folder) throws IOException {
        List<Identity> identities = new Invented(new Random(5)).identities(200);
        Path file = folder.resolve("long.snapshot");

        IndexedWatchlist.build(identities.stream(), file, ListScale.LONG);
        IndexedWatchlist opened = IndexedWatchlist.open(file);

        IndexedWatchlist made = IndexedWatchlist.of(identities, ListScale.LONG);
        for (Identity identity : identities) {
            Query query = new Query(identity.particulars(), MemberSet.EVERYBODY, Band.WEAK, 1000);
            List<String> answer = answer(opened.candidates(query));
            assertThat(answer).isNotEmpty().isEqualTo(answer(made.candidates(query)));
            assertThat(answer).allMatch(line -> line.startsWith(MethodV2.VERSION));
        }
    }

    /// Some with more parts than are told apart, some joined, some with words of other names.
    private static List<Identity> identities(Invented invented, Random random) {
        List<Identity> all = new ArrayList<>();
        for (Identity identity : invented.identities(300)) {
            all.add(
                    random.nextInt(12) > 0
                            ? identity
                            : Identity.of(
                                    identity.list(),
                                    identity.entity(),
                                    lengthened(invented, identity.particulars(), random)));
        }
        return all;
    }

    private static Particulars asked(Invented invented, Particulars listed, Random random) {
        Particulars asked = invented.perturbed(listed);
        return random.nextInt(8) == 0 ? lengthened(invented, asked, random) : asked;
    }

    private static Particulars lengthened(Invented invented, Particulars who, Random random) {
        StringBuilder name = new StringBuilder(who.names().getFirst().whole());
        invented.identities(1 + random.nextInt(4))
                .forEach(i -> name.append(' ').append(i.particulars().names().getFirst().whole()));
        Particulars.Builder b =
                Particulars.builder()
                        .kind(who.kind())
                        .sex(who.sex())
                        .name(Name.of(NameKind.PRIMARY, name.toString()));
        who.birthDates().forEach(b::birthDate);
        if (who.birthDates().isEmpty() && random.nextBoolean()) {
            b.birthDate(new BirthDate.InYear(1950 + random.nextInt(50)));
        }
        who.nationalities().forEach(b::nationality);
        who.documents().forEach(b::document);
        return b.build();
    }

    private static List<Candidate> exhaustive(List<Identity> identities, Query query) {
        return identities.stream()
                .map(identity ->
                        new Candidate(
                                identity,
                                METHOD.compare(
                                        query.particulars(),
                                        identity.particulars(),
                                        Occasion.CHECK)))
                .filter(c -> c.band().atLeast(query.minBand()))
                .sorted(Candidate.RANKING)
                .toList();
    }

    private static List<String> answer(List<Candidate> candidates) {
        return candidates.stream()
                .map(c ->
                        c.comparison().method()
                                + " "
                                + c.identity().entity()
                                + " "
                                + c.bits()
                                + " "
                                + c.comparison().evidence())
                .toList();
    }
}
