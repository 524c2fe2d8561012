package manumit.matching;

import java.util.Comparator;

/// A listed identity that may be the one asked about. A candidate is not a hit, and no ground for
/// action.
public record Candidate(Identity identity, Comparison comparison) {

    /// Best first; equal scores by list and entity, so that an answer is always in one order.
    public static final Comparator<Candidate> RANKING =
            Comparator.comparingDouble((Candidate c) -> c.comparison().bits())
                    .reversed()
                    .thenComparing(c -> c.identity().list())
                    .thenComparing(c -> c.identity().entity());
}
