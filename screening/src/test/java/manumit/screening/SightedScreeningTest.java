package manumit.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import manumit.matching.Band;
import manumit.matching.BirthDate;
import manumit.matching.Candidate;
import manumit.matching.Identity;
import manumit.matching.MemberSet;
import manumit.matching.Particulars;
import manumit.matching.Watchlist;
import manumit.screening.SightedScreening.Sighted;
import org.junit.jupiter.api.Test;

class SightedScreeningTest {

    private static final MemberSet ASKER = MemberSet.of(3);
    private static final Particulars ABENA =
            Particulars.builder()
                    .name("Abena OSEI MENSAH")
                    .birthDate(BirthDate.of(1991, 4, 2))
                    .build();

    @Test
    void candidateIsVisibleToWhomItsRecordIsAndHiddenFromOthers() {
        Sighted found =
                ask(
                        List.of(
                                record("seen", MemberSet.of(1).with(3)),
                                record("kept", MemberSet.of(1))),
                        10);
        assertThat(entities(found.visible())).containsExactly("seen");
        assertThat(entities(found.hidden())).containsExactly("kept");
    }

    /// Otherwise the number of candidates told of hidden ones.
    @Test
    void hiddenCandidatesTakeNoPlaceOfVisibleOnes() {
        List<Identity> records = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            records.add(record("a hidden " + i, MemberSet.of(1)));
        }
        records.add(record("z seen", ASKER));
        Sighted found = ask(records, 5);
        assertThat(entities(found.visible())).containsExactly("z seen");
        assertThat(found.hidden()).hasSize(5);
    }

    @Test
    void visiblePartIsTheAnswerOfASearchWithOnesOwnEyes() {
        List<Identity> records =
                List.of(
                        record("one", MemberSet.EVERYBODY),
                        record("two", MemberSet.of(1)),
                        record("three", ASKER));
        List<Candidate> own =
                Watchlist.of(records)
                        .candidates(
                                new manumit.matching.Query(
                                        ABENA, ASKER, Band.POSSIBLE, Integer.MAX_VALUE));
        assertThat(ask(records, 50).visible()).isEqualTo(own);
    }

    private static Sighted ask(List<Identity> records, int limit) {
        return new SightedScreening(Watchlist.of(records), Band.POSSIBLE, limit).ask(ABENA, ASKER);
    }

    private static Identity record(String entity, MemberSet visibleTo) {
        return new Identity("XTA", entity, ABENA, visibleTo);
    }

    private static List<String> entities(List<Candidate> candidates) {
        return candidates.stream().map(one -> one.identity().entity()).toList();
    }
}
