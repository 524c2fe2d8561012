package manumit.matching.documentindex;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import manumit.matching.documents.DocumentNumber;

/// What was put and removed since the file was written. Readers never wait and see each change
/// whole or not at all; there is one writer at a time, as {@link DocumentIndex} sees to.
final class Changes {

    /// @param entry the document; of one that was removed the reason says nothing
    record Change(DocumentEntry entry, boolean isRemoved) {}

    /// By folded number; the last change of each document. The lists are immutable.
    private final ConcurrentHashMap<String, List<Change>> byFolded = new ConcurrentHashMap<>();

    private volatile int size;

    /// Documents put or removed.
    int size() {
        return size;
    }

    /// Changes of documents whose number is this one after folding.
    List<Change> find(String folded) {
        return size == 0 ? List.of() : byFolded.getOrDefault(folded, List.of());
    }

    void add(Change change) {
        String folded = DocumentNumber.of(change.entry.number()).folded();
        List<Change> before = byFolded.getOrDefault(folded, List.of());
        List<Change> after =
                Stream.concat(
                                before.stream().filter(c -> !c.entry.isSameDocument(change.entry)),
                                Stream.of(change))
                        .toList();
        // Before the map: a reader that sees no size does not look.
        int now = size + after.size() - before.size();
        size = now;
        byFolded.put(folded, after);
    }

    /// Adds all changes of another.
    void addAll(Changes later) {
        later.byFolded.values().forEach(changes -> changes.forEach(this::add));
    }

    /// Hands all changes to the sorters of short and of long numbers.
    void addTo(EntrySorter sorter, LongSorter longSorter) throws IOException {
        for (List<Change> changes : byFolded.values()) {
            for (Change change : changes) {
                DocumentEntry entry = change.entry;
                if (entry.number().length() > NumberCode.MAX_LENGTH) {
                    longSorter.add(LongEntry.of(entry, change.isRemoved));
                } else {
                    long code = EntryCode.of(entry);
                    sorter.add(
                            NumberCode.key(entry.number()),
                            change.isRemoved ? code | EntryCode.REMOVED : code);
                }
            }
        }
    }
}
