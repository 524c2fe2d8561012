package manumit.matching;

import java.util.Objects;

/// A question to a watchlist.
///
/// @param particulars what is known about the traveller; anything may be missing
/// @param viewer the members on whose behalf the question is asked: a record is found only if it is
///   visible to one of them
/// @param minBand least pressing band to answer with
/// @param limit most candidates to answer with, at least 1
public record Query(Particulars particulars, MemberSet viewer, Band minBand, int limit) {

    public Query {
        Objects.requireNonNull(particulars);
        Objects.requireNonNull(viewer);
        if (minBand == Band.NONE) {
            throw new IllegalArgumentException("minBand: NONE is not a band of candidates");
        }
        if (limit < 1) {
            throw new IllegalArgumentException("limit: at least 1, found " + limit);
        }
    }

    /// Asks for everything `possible` or better, without restriction of sight.
    public static Query of(Particulars particulars) {
        return new Query(particulars, MemberSet.EVERYBODY, Band.POSSIBLE, Integer.MAX_VALUE);
    }
}
