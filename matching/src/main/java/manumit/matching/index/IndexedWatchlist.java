package manumit.matching.index;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import manumit.matching.Candidate;
import manumit.matching.Identity;
import manumit.matching.ListScale;
import manumit.matching.Occasion;
import manumit.matching.Particulars;
import manumit.matching.Query;
import manumit.matching.Watchlist;
import manumit.matching.snapshot.IdentityCodec;
import manumit.matching.snapshot.SnapshotReader;
import manumit.matching.v1.MethodV1;
import manumit.matching.v1.Prepared;
import manumit.matching.v1.Rules;
import manumit.matching.v1.Scoring;
import manumit.matching.v2.MethodV2;
import org.jspecify.annotations.Nullable;

/// A watchlist of a few immutable segments, large ones first, and the marks of those of their
/// records that were replaced or removed since. A change swaps all of it at once: a question sees a
/// change whole or not at all.
///
/// New records go into a small segment of their own; small segments are merged as they grow in
/// number, so that a question never visits many. A large one is built anew only when a quarter as
/// many records have come.
public final class IndexedWatchlist implements Watchlist {

    /// A segment is merged with the one before it unless that is so many times larger.
    private static final int GROWTH = 4;

    /// @param layers large first
    private record State(List<Layer> layers) {}

    private final Scoring method;
    private volatile State state;

    private IndexedWatchlist(Scoring method, State state) {
        this.method = method;
        this.state = state;
    }

    /// A list of these records; of several with the same list and entity the last one counts.
    public static IndexedWatchlist of(Collection<Identity> identities) {
        return of(identities, ListScale.SHORT);
    }

    /// The same for a list of that scale.
    public static IndexedWatchlist of(Collection<Identity> identities, ListScale scale) {
        Map<RecordKey, Identity> last = new LinkedHashMap<>();
        for (Identity identity : identities) {
            last.put(RecordKey.of(identity), identity);
        }
        Scoring method = method(scale);
        return of(Segment.of(List.copyOf(last.values()), method.rules()), method);
    }

    /// See {@link Watchlist#open}.
    public static IndexedWatchlist open(Path snapshot) throws IOException {
        SegmentFile.Opened opened = SegmentFile.open(snapshot);
        return of(opened.segment(), opened.method());
    }

    /// See {@link Watchlist#build}.
    public static void build(Stream<Identity> identities, Path snapshot, ListScale scale)
            throws IOException {
        SnapshotBuild.run(identities, snapshot, method(scale));
    }

    /// See {@link Watchlist#isSnapshot}.
    public static boolean isSnapshot(Path file) throws IOException {
        return Files.isRegularFile(file) && SnapshotReader.isSnapshot(file);
    }

    private static Scoring method(ListScale scale) {
        return switch (scale) {
            case SHORT -> MethodV1.SCORING;
            case LONG -> MethodV2.SCORING;
        };
    }

    static IndexedWatchlist of(Segment segment, Scoring method) {
        return new IndexedWatchlist(
                method,
                new State(
                        segment.count() == 0
                                ? List.of()
                                : List.of(Layer.of(segment, method.rules()))));
    }

    /// The records of some lists that share none, in one segment, written as bytes: takes a
    /// fraction of the memory.
    ///
    /// @param lists of one method, at least one
    static IndexedWatchlist compacted(List<IndexedWatchlist> lists) {
        Scoring method = lists.getFirst().method;
        List<Layer> layers = lists.stream().flatMap(list -> list.state.layers.stream()).toList();
        SegmentBuilder builder = new SegmentBuilder(method.rules());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int[] starts = new int[size(layers)];
        int[] count = {0};
        layers.stream()
                .flatMap(Layer::identities)
                .forEach(identity -> {
                    builder.add(identity);
                    starts[count[0]++] = bytes.size();
                    bytes.writeBytes(IdentityCodec.encode(identity));
                });
        MemorySegment encoded = MemorySegment.ofArray(bytes.toByteArray());
        return of(
                builder.build(
                        order -> new EncodedIdentities(encoded, record -> starts[order[record]])),
                method);
    }

    @Override
    public List<Candidate> candidates(Query query) {
        State now = state;
        Prepared prepared = Prepared.of(query.particulars());
        List<Candidate> candidates = new ArrayList<>();
        for (Layer layer : now.layers) {
            layer.collect(query, prepared, method, candidates);
        }
        if (candidates.size() > 1) {
            candidates.sort(Candidate.RANKING);
        }
        return List.copyOf(
                candidates.size() <= query.limit()
                        ? candidates
                        : candidates.subList(0, query.limit()));
    }

    @Override
    public synchronized void put(Identity identity) {
        state = new State(with(without(state.layers, RecordKey.of(identity)), List.of(identity)));
    }

    @Override
    public synchronized void putAll(Collection<Identity> identities) {
        Map<RecordKey, Identity> last = new LinkedHashMap<>();
        identities.forEach(identity -> last.put(RecordKey.of(identity), identity));
        List<Layer> layers = state.layers;
        for (RecordKey key : last.keySet()) {
            layers = without(layers, key);
        }
        state = new State(with(layers, List.copyOf(last.values())));
    }

    /// The layers and more records, the small ones among them merged.
    private List<Layer> with(List<Layer> layers, List<Identity> added) {
        if (added.isEmpty()) {
            return layers;
        }
        List<Layer> kept = new ArrayList<>(layers);
        List<Identity> merged = new ArrayList<>(added);
        while (!kept.isEmpty() && kept.getLast().liveCount() < GROWTH * merged.size()) {
            merged.addAll(0, kept.removeLast().identities().toList());
        }
        kept.add(Layer.of(Segment.of(merged, method.rules()), method.rules()));
        return List.copyOf(kept);
    }

    @Override
    public synchronized boolean remove(String list, String entity) {
        List<Layer> before = state.layers;
        List<Layer> layers = without(before, new RecordKey(list, entity));
        state = new State(layers);
        return size(layers) < size(before);
    }

    /// The layers without a record; the same ones if it is not there.
    private static List<Layer> without(List<Layer> before, RecordKey key) {
        for (int i = 0; i < before.size(); i++) {
            Layer less = before.get(i).without(key);
            if (less != null) {
                List<Layer> layers = new ArrayList<>(before);
                layers.set(i, less);
                layers.removeIf(layer -> layer.liveCount() == 0);
                return List.copyOf(layers);
            }
        }
        return before;
    }

    @Override
    public int size() {
        return size(state.layers);
    }

    private static int size(List<Layer> layers) {
        return layers.stream().mapToInt(Layer::liveCount).sum();
    }

    /// A segment with the marks of the records that no longer count.
    ///
    /// @param gone bit r for record r; shared by none, never changed
    @SuppressWarnings("ArrayRecordComponent") // flat tables, compared by nobody
    private record Layer(Segment segment, Searches searches, long[] gone, int goneCount) {

        static Layer of(Segment segment, Rules rules) {
            return new Layer(segment, new Searches(segment, rules), new long[0], 0);
        }

        int liveCount() {
            return segment.count() - goneCount;
        }

        boolean isGone(int record) {
            return goneCount > 0 && (gone[record >>> 6] >>> record & 1) != 0;
        }

        Stream<Identity> identities() {
            return IntStream.range(0, segment.count())
                    .filter(record -> !isGone(record))
                    .mapToObj(segment.identities()::identity);
        }

        /// @return null if the record is not here
        @Nullable Layer without(RecordKey key) {
            int record = segment.keys().find(key, segment.identities());
            if (record < 0 || isGone(record)) {
                return null;
            }
            long[] marks = Arrays.copyOf(gone, (segment.count() + 63) >>> 6);
            marks[record >>> 6] |= 1L << record;
            return new Layer(segment, searches, marks, goneCount + 1);
        }

        void collect(Query query, Prepared prepared, Scoring method, List<Candidate> candidates) {
            Searches.Lent lent = searches.lend();
            RecordSearch search = lent.search();
            int count = search.run(query, prepared);
            for (int i = 0; i < count; i++) {
                int record = search.found(i);
                lent.memo().setMayJoin(search.mayJoin(i));
                if (!isGone(record) && segment.records().mask(record).intersects(query.viewer())) {
                    add(record, search.names(i), query, prepared, method, lent.memo(), candidates);
                }
            }
            // A search that failed half way is not used again.
            searches.giveBack(lent);
        }

        private void add(
                int record,
                long names,
                Query query,
                Prepared prepared,
                Scoring method,
                SimilarityMemo memo,
                List<Candidate> candidates) {
            method.findScore(
                            prepared,
                            prepared(record, names, query),
                            Occasion.CHECK,
                            query.minBand(),
                            memo)
                    .ifPresent(score ->
                            candidates.add(
                                    Candidate.of(
                                            score.bits(),
                                            score.band(),
                                            () -> segment.identities().identity(record),
                                            identity ->
                                                    method.compare(
                                                            prepared,
                                                            Prepared.of(identity.particulars()),
                                                            Occasion.CHECK))));
        }

        private Prepared prepared(int record, long names, Query query) {
            Particulars asked = query.particulars();
            boolean needsAll = !asked.documents().isEmpty() || !asked.birthPlaces().isEmpty();
            return needsAll
                    ? segment.records()
                            .prepared(
                                    record,
                                    segment.identities().fields(record),
                                    names,
                                    segment.vocabulary())
                    : segment.records().prepared(record, names, segment.vocabulary());
        }
    }
}
