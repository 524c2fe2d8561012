package manumit.screening;

import java.util.ArrayList;
import java.util.List;
import manumit.matching.Band;
import manumit.matching.Candidate;
import manumit.matching.MemberSet;
import manumit.matching.Particulars;
import manumit.matching.Query;
import manumit.matching.Watchlist;

/// One search with everybody's eyes, and its answer parted by who asks: what the viewer may find,
/// and what only the owners are told (hidden hits).
///
/// The search is the same whatever is hidden, so neither its answer nor its time tells the viewer
/// of a record that it may not find. Limits are taken after the parting: a hidden candidate never
/// takes the place of a visible one. Immutable; thread-safe as the list is.
public final class SightedScreening {

    private final Watchlist watchlist;
    private final Band minBand;
    private final int limit;

    /// @param minBand least band of candidates, not `NONE`
    /// @param limit most candidates of each part, at least 1
    public SightedScreening(Watchlist watchlist, Band minBand, int limit) {
        this.watchlist = watchlist;
        this.minBand = minBand;
        this.limit = limit;
    }

    /// @param visible best first
    /// @param hidden best first
    public record Sighted(List<Candidate> visible, List<Candidate> hidden) {

        public static final Sighted NOTHING = new Sighted(List.of(), List.of());

        public Sighted {
            visible = List.copyOf(visible);
            hidden = List.copyOf(hidden);
        }

        @Override
        public String toString() {
            return "Sighted[visible " + visible.size() + "]";
        }
    }

    /// @param viewer the members on whose behalf is asked
    public Sighted ask(Particulars asked, MemberSet viewer) {
        List<Candidate> all =
                watchlist.candidates(
                        new Query(asked, MemberSet.EVERYBODY, minBand, Integer.MAX_VALUE));
        if (all.isEmpty()) {
            return Sighted.NOTHING;
        }
        List<Candidate> visible = new ArrayList<>();
        List<Candidate> hidden = new ArrayList<>();
        for (Candidate candidate : all) {
            List<Candidate> part =
                    candidate.identity().visibleTo().intersects(viewer) ? visible : hidden;
            if (part.size() < limit) {
                part.add(candidate);
            }
        }
        return new Sighted(visible, hidden);
    }
}
