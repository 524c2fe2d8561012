package manumit.benchmarks.checks;

import java.util.List;
import java.util.stream.Stream;
import manumit.matching.Candidate;
import manumit.matching.Identity;
import manumit.matching.Query;
import manumit.matching.Watchlist;

/// The project's own list.
public final class WatchlistEngine implements Engine {

    private final Watchlist watchlist;

    private WatchlistEngine(Watchlist watchlist) {
        this.watchlist = watchlist;
    }

    public static WatchlistEngine build(Stream<Identity> identities) {
        return new WatchlistEngine(Watchlist.of(identities.toList()));
    }

    @Override
    public String name() {
        return "watchlist";
    }

    @Override
    public List<Candidate> candidates(Query query) {
        return watchlist.candidates(query);
    }

    @Override
    public void close() {}
}
