package manumit.matching;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import manumit.matching.index.IndexedWatchlist;

/// A list of identities that can be asked for candidates while it changes. Thread-safe: a change is
/// seen whole or not at all, and by every question that begins after it returned.
public interface Watchlist {

    /// A list of these records; of several with the same list and entity the last one counts.
    static Watchlist of(Collection<Identity> identities) {
        return of(identities, ListScale.SHORT);
    }

    /// The same, asked by the method for lists of that scale.
    static Watchlist of(Collection<Identity> identities, ListScale scale) {
        return IndexedWatchlist.of(identities, scale);
    }

    /// Writes a list of these records into a file from which {@link #open} makes it again in a
    /// moment. A file that is there is replaced in one step, once the new one is whole.
    ///
    /// The stream is consumed once, in order, on the calling thread; identities are not kept in the
    /// heap, which grows with the words of their names. Beside the file stands a temporary one
    /// meanwhile, about a third of its size. Both hold personal data; where the system knows owners
    /// of files, only the owner may read them.
    ///
    /// @param identities of several with the same list and entity the last one counts
    /// @throws IOException where the file cannot be written
    /// @throws IllegalArgumentException where a record is larger than 16 MB
    static void build(Stream<Identity> identities, Path snapshot) throws IOException {
        build(identities, snapshot, ListScale.SHORT);
    }

    /// The same, to be asked by the method for lists of that scale.
    static void build(Stream<Identity> identities, Path snapshot, ListScale scale)
            throws IOException {
        IndexedWatchlist.build(identities, snapshot, scale);
    }

    /// The list that a snapshot holds. It answers as the list that it was built from, and may be
    /// changed; changes do not go into the file. The file stays in use: replace it by {@link
    /// #build} or by a move, never by writing into it.
    ///
    /// Every byte is held against checksums, so that damage is found here and not in an answer.
    /// They are no seal: open only files from somebody you trust.
    ///
    /// @throws SnapshotException where the file is no snapshot, or damaged, or made by another
    ///   version of the method, of the format or of the tables of names; its code says which
    /// @throws IOException where the file cannot be read
    static Watchlist open(Path snapshot) throws IOException {
        return IndexedWatchlist.open(snapshot);
    }

    /// Does the file begin as a snapshot does, of whatever version?
    static boolean isSnapshot(Path file) throws IOException {
        return IndexedWatchlist.isSnapshot(file);
    }

    /// Candidates visible to the query's viewer, best first ({@link Candidate#RANKING}). What the
    /// viewer may not see has no influence on the answer.
    List<Candidate> candidates(Query query);

    /// Adds a record, or replaces the one with the same list and entity.
    void put(Identity identity);

    /// Puts many records in one change: faster than one by one.
    ///
    /// @param identities of several with the same list and entity the last one counts
    void putAll(Collection<Identity> identities);

    /// Removes a record.
    ///
    /// @return whether it was there
    boolean remove(String list, String entity);

    /// Number of records.
    int size();
}
