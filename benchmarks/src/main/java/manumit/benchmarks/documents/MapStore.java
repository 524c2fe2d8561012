package manumit.benchmarks.documents;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import manumit.matching.TravelDocument;
import manumit.matching.documentindex.DocumentEntry;
import manumit.matching.documentindex.ListingReason;

/// `java.util.HashMap` from issuer, type and number as written: exact, all in memory, one look-up
/// for a question. It does less than the index, and is the fastest that there is in the JDK.
final class MapStore implements Store {

    private final Map<String, ListingReason> map = new HashMap<>();
    private final long bytes;

    MapStore(InventedDocuments invented, long documents) {
        long before = Heap.live();
        for (long i = 0; i < documents; i++) {
            DocumentEntry entry = invented.entry(i);
            map.put(
                    key(new TravelDocument(entry.type(), entry.number(), entry.issuer())),
                    entry.reason());
        }
        bytes = Heap.live() - before;
    }

    /// Issuer, type and number in one.
    static String key(TravelDocument document) {
        return document.issuer().code() + document.type().name().charAt(0) + document.number();
    }

    @Override
    public String name() {
        return "HashMap";
    }

    @Override
    public long size() {
        return map.size();
    }

    @Override
    public long bytes() {
        return bytes;
    }

    @Override
    public Predicate<TravelDocument> lookUp() {
        return document -> map.containsKey(key(document));
    }

    @Override
    public void close() {
        map.clear();
    }
}
