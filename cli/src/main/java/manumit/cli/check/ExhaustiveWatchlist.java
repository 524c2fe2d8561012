package manumit.cli.check;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import manumit.matching.Band;
import manumit.matching.Candidate;
import manumit.matching.Identity;
import manumit.matching.Matcher;
import manumit.matching.Query;
import manumit.matching.Watchlist;

/// STAND-IN until matching brings its indexed watchlist; to be removed then. Compares with every
/// record.
final class ExhaustiveWatchlist implements Watchlist {

    private final Matcher matcher = Matcher.current();
    private final List<Identity> identities;

    ExhaustiveWatchlist(Collection<Identity> identities) {
        this.identities = new CopyOnWriteArrayList<>(identities);
    }

    @Override
    public List<Candidate> candidates(Query query) {
        return identities.stream()
                .filter(identity -> identity.visibleTo().intersects(query.viewer()))
                .map(identity ->
                        new Candidate(
                                identity,
                                matcher.compare(query.particulars(), identity.particulars())))
                .filter(c ->
                        c.comparison().band() != Band.NONE
                                && c.comparison().band().atLeast(query.minBand()))
                .sorted(Candidate.RANKING)
                .limit(query.limit())
                .toList();
    }

    @Override
    public void put(Identity identity) {
        remove(identity.list(), identity.entity());
        identities.add(identity);
    }

    @Override
    public boolean remove(String list, String entity) {
        return identities.removeIf(i -> i.list().equals(list) && i.entity().equals(entity));
    }

    @Override
    public int size() {
        return identities.size();
    }
}
