package manumit.benchmarks.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import manumit.matching.Candidate;
import manumit.matching.Identity;
import manumit.matching.ListScale;
import manumit.matching.Query;
import manumit.matching.Watchlist;

/// The project's own list, as it is used in earnest: built into a snapshot, which is opened. The
/// snapshot lies in a temporary folder until the engine is closed.
public final class WatchlistEngine implements Engine {

    private final Path snapshot;
    private final Watchlist watchlist;
    private final double openSeconds;

    private WatchlistEngine(Path snapshot, Watchlist watchlist, double openSeconds) {
        this.snapshot = snapshot;
        this.watchlist = watchlist;
        this.openSeconds = openSeconds;
    }

    public static WatchlistEngine build(Stream<Identity> identities) {
        return build(identities, ListScale.SHORT);
    }

    /// @param scale decides the method
    public static WatchlistEngine build(Stream<Identity> identities, ListScale scale) {
        try {
            Path snapshot = Files.createTempDirectory("manumit-watchlist").resolve("list.snapshot");
            try {
                Watchlist.build(identities, snapshot, scale);
                long begun = System.nanoTime();
                Watchlist watchlist = Watchlist.open(snapshot);
                return new WatchlistEngine(snapshot, watchlist, ChecksBenchmark.since(begun));
            } catch (IOException | RuntimeException e) {
                delete(snapshot);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return "watchlist";
    }

    /// The list itself; of use until the engine is closed.
    public Watchlist watchlist() {
        return watchlist;
    }

    @Override
    public List<Candidate> candidates(Query query) {
        return watchlist.candidates(query);
    }

    @Override
    public OptionalDouble openSeconds() {
        return OptionalDouble.of(openSeconds);
    }

    @Override
    public void close() {
        try {
            delete(snapshot);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path snapshot) throws IOException {
        Files.deleteIfExists(snapshot);
        Path folder = snapshot.getParent();
        if (folder != null) {
            Files.deleteIfExists(folder);
        }
    }
}
