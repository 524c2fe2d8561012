package manumit.matching.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import manumit.matching.Candidate;
import manumit.matching.Identity;
import manumit.matching.Occasion;
import manumit.matching.Query;
import manumit.matching.Watchlist;
import manumit.matching.v1.MethodV1;
import manumit.matching.v1.Prepared;

/// A watchlist of an immutable snapshot and a small delta that holds what changed since. Both are
/// swapped together: a question sees a change whole or not at all.
public final class IndexedWatchlist implements Watchlist {

    /// Changes after which the delta is worked into a new snapshot.
    private static final int MAX_DELTA = 1_000;

    private static final MethodV1 METHOD = new MethodV1();

    /// @param snapshot the bulk of the records
    /// @param delta records added or replaced since; they hide those of the snapshot
    /// @param hidden keys of the snapshot's records that were replaced or removed since
    private record State(Snapshot snapshot, Snapshot delta, Set<RecordKey> hidden) {}

    private volatile State state;

    private IndexedWatchlist(Snapshot snapshot) {
        this.state = new State(snapshot, Snapshot.EMPTY, Set.of());
    }

    /// A list of these records; of several with the same list and entity the last one counts.
    public static IndexedWatchlist of(Collection<Identity> identities) {
        Map<RecordKey, Snapshot.Entry> entries = new LinkedHashMap<>();
        List<Snapshot.Entry> parsed = identities.parallelStream().map(Snapshot.Entry::of).toList();
        parsed.forEach(entry -> entries.put(entry.key(), entry));
        return new IndexedWatchlist(Snapshot.of(entries.values()));
    }

    @Override
    public List<Candidate> candidates(Query query) {
        State now = state;
        Prepared prepared = Prepared.of(query.particulars());
        List<Candidate> candidates = new ArrayList<>();
        now.snapshot.forEachReachable(
                prepared,
                entry -> {
                    if (!now.hidden.contains(entry.key())) {
                        compare(query, prepared, entry, candidates);
                    }
                });
        now.delta.forEachReachable(prepared, entry -> compare(query, prepared, entry, candidates));
        candidates.sort(Candidate.RANKING);
        return List.copyOf(candidates.subList(0, Math.min(query.limit(), candidates.size())));
    }

    private static void compare(
            Query query, Prepared prepared, Snapshot.Entry entry, List<Candidate> candidates) {
        if (!entry.identity().visibleTo().intersects(query.viewer())) {
            return;
        }
        var comparison = METHOD.compare(prepared, entry.prepared(), Occasion.CHECK);
        if (comparison.band().atLeast(query.minBand())) {
            candidates.add(new Candidate(entry.identity(), comparison));
        }
    }

    @Override
    public synchronized void put(Identity identity) {
        Snapshot.Entry entry = Snapshot.Entry.of(identity);
        change(entry.key(), Stream.of(entry));
    }

    @Override
    public synchronized boolean remove(String list, String entity) {
        RecordKey key = new RecordKey(list, entity);
        State now = state;
        boolean isThere =
                now.delta.contains(key)
                        || (now.snapshot.contains(key) && !now.hidden.contains(key));
        if (isThere) {
            change(key, Stream.empty());
        }
        return isThere;
    }

    private void change(RecordKey key, Stream<Snapshot.Entry> replacement) {
        State now = state;
        List<Snapshot.Entry> delta =
                Stream.concat(
                                now.delta.entries().stream().filter(e -> !e.key().equals(key)),
                                replacement)
                        .toList();
        Set<RecordKey> hidden = now.hidden;
        if (now.snapshot.contains(key) && !hidden.contains(key)) {
            hidden =
                    Stream.concat(hidden.stream(), Stream.of(key))
                            .collect(Collectors.toUnmodifiableSet());
        }
        if (delta.size() + hidden.size() <= MAX_DELTA) {
            state = new State(now.snapshot, Snapshot.of(delta), hidden);
            return;
        }
        Set<RecordKey> gone = hidden;
        List<Snapshot.Entry> all =
                Stream.concat(
                                now.snapshot.entries().stream()
                                        .filter(e -> !gone.contains(e.key())),
                                delta.stream())
                        .toList();
        state = new State(Snapshot.of(all), Snapshot.EMPTY, Set.of());
    }

    @Override
    public int size() {
        State now = state;
        return now.snapshot.size() - now.hidden.size() + now.delta.size();
    }
}
