package manumit.benchmarks.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import manumit.matching.Candidate;
import manumit.matching.Identity;
import manumit.matching.Matcher;
import manumit.matching.Occasion;
import manumit.matching.Query;
import manumit.matching.Watchlist;

/// Compares every record with every query: obviously right, and slow. Thread-safe.
final class ExhaustiveWatchlist implements Watchlist {

    private final Matcher matcher;
    private final CopyOnWriteArrayList<Identity> identities;

    ExhaustiveWatchlist(Matcher matcher, List<Identity> identities) {
        this.matcher = matcher;
        this.identities = new CopyOnWriteArrayList<>(identities);
    }

    @Override
    public List<Candidate> candidates(Query query) {
        List<Candidate> found = new ArrayList<>();
        for (Identity identity : identities) {
            if (identity.visibleTo().intersects(query.viewer())) {
                var comparison =
                        matcher.compare(
                                query.particulars(), identity.particulars(), Occasion.CHECK);
                if (comparison.band().atLeast(query.minBand())) {
                    found.add(new Candidate(identity, comparison));
                }
            }
        }
        found.sort(Candidate.RANKING);
        return found.size() > query.limit() ? found.subList(0, query.limit()) : found;
    }

    @Override
    public synchronized void put(Identity identity) {
        remove(identity.list(), identity.entity());
        identities.add(identity);
    }

    @Override
    public void putAll(Collection<Identity> added) {
        added.forEach(this::put);
    }

    @Override
    public synchronized boolean remove(String list, String entity) {
        return identities.removeIf(i -> i.list().equals(list) && i.entity().equals(entity));
    }

    @Override
    public int size() {
        return identities.size();
    }
}
