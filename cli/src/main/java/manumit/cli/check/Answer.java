package manumit.cli.check;

import java.util.List;
import manumit.lists.Traveller;
import manumit.matching.Band;
import manumit.matching.Candidate;

/// What a list has to say about one traveller.
///
/// @param candidates best first
public record Answer(Traveller traveller, List<Candidate> candidates) {

    public Answer {
        candidates = List.copyOf(candidates);
    }

    /// Band of the best candidate, {@link Band#NONE} without one.
    public Band band() {
        return candidates.isEmpty() ? Band.NONE : candidates.getFirst().comparison().band();
    }
}
