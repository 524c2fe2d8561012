package manumit.hub.hits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.StringJoiner;
import manumit.testkit.Golden;
import org.junit.jupiter.api.Test;

/// The table of states. `HitsTest` holds the running hub to it, cell by cell.
class HitTransitionsTest {

    /// A changed cell changes this file, so that it is reviewed.
    @Test
    void everyWayFromOneStateToAnotherStandsInTheReviewedList() {
        StringJoiner lines = new StringJoiner("\n", "", "\n");
        for (boolean hidden : new boolean[] {false, true}) {
            for (HitState state : HitState.values()) {
                for (Deed deed : Deed.values()) {
                    for (Party party : Party.values()) {
                        HitTransitions.after(hidden, state, deed, party)
                                .ifPresent(after ->
                                        lines.add(
                                                (hidden ? "hidden " : "")
                                                        + state
                                                        + ": "
                                                        + party
                                                        + " "
                                                        + deed
                                                        + " -> "
                                                        + after));
                    }
                }
            }
        }
        Golden.assertMatches("hit-states.txt", lines.toString());
    }

    /// R11: whatever is asked can be brought to an outcome, and nothing else ends it.
    @Test
    void everythingAskedLeadsToAnOutcomeAndToNothingElse() {
        for (HitState state : EnumSet.complementOf(EnumSet.of(HitState.SET_ASIDE))) {
            Set<HitState> reached = EnumSet.of(state);
            boolean grows = true;
            while (grows) {
                grows = false;
                for (HitState from : Set.copyOf(reached)) {
                    for (Deed deed : Deed.values()) {
                        for (Party party : Party.values()) {
                            grows |=
                                    HitTransitions.after(false, from, deed, party)
                                            .map(reached::add)
                                            .orElse(false);
                        }
                    }
                }
            }
            assertThat(reached).as("from " + state).contains(HitState.CLOSED);
            if (state != HitState.CANDIDATE) {
                assertThat(reached).as("from " + state).doesNotContain(HitState.SET_ASIDE);
            }
        }
    }

    @Test
    void onlyTheOwnerAnswersAndOnlyTheAskingMemberActsAndCloses() {
        for (HitState state : HitState.values()) {
            for (Deed deed : Set.of(Deed.CONFIRM, Deed.REFUTE, Deed.SEE)) {
                assertThat(HitTransitions.after(false, state, deed, Party.ASKER)).isEmpty();
            }
            for (Deed deed : Set.of(Deed.ASK, Deed.SET_ASIDE, Deed.ACT, Deed.CLOSE)) {
                assertThat(HitTransitions.after(false, state, deed, Party.OWNER)).isEmpty();
            }
        }
    }

    @Test
    void actionComesAfterAConfirmationOnly() {
        for (HitState state : HitState.values()) {
            assertThat(HitTransitions.after(false, state, Deed.ACT, Party.ASKER).isPresent())
                    .isEqualTo(state == HitState.CONFIRMED || state == HitState.ACTION);
        }
    }

    @Test
    void askingMemberCanDoNothingAboutAHiddenHit() {
        for (HitState state : HitState.values()) {
            assertThat(HitTransitions.open(true, state, Set.of(Party.ASKER))).isEmpty();
        }
    }
}
