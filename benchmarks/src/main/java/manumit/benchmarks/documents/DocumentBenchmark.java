package manumit.benchmarks.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import manumit.benchmarks.documents.DocumentReport.Build;
import manumit.benchmarks.documents.DocumentReport.Measured;
import manumit.matching.documentindex.DocumentIndex;

/// Builds the document index from invented documents and measures it, and in the same run, with
/// fewer documents, a map and Lucene.
public final class DocumentBenchmark {

    /// Share of hits in INTERPOL's database of stolen and lost documents, by order of magnitude.
    private static final double RARE = 0.0001;

    private static final double HALF = 0.5;
    private static final double NANOS = 1e9;
    private static final long HEAP_LOOK = 1 << 16;

    private DocumentBenchmark() {}

    /// @param documents to list
    /// @param sample to list beside the competitors; at most as many as `documents`
    /// @param threads that ask
    /// @param lookups of each thread in each measurement
    /// @param seed of the documents
    /// @param folder for temporary files, which are deleted in the end: 30 bytes a document
    public record Options(
            long documents, long sample, int threads, long lookups, long seed, Path folder) {}

    public static DocumentReport run(Options options) throws IOException {
        InventedDocuments invented = new InventedDocuments(options.seed);
        Path work = Files.createTempDirectory(options.folder, "documents");
        try {
            Path file = work.resolve("whole.index");
            long start = System.nanoTime();
            long heapPeak = build(file, invented, options.documents);
            double secondsToBuild = (System.nanoTime() - start) / NANOS;
            long heapBefore = Heap.live();
            long opening = System.nanoTime();
            Measured whole;
            Build build;
            try (Store store = new IndexStore(file)) {
                double secondsToOpen = (System.nanoTime() - opening) / NANOS;
                build =
                        new Build(
                                secondsToBuild,
                                heapPeak,
                                secondsToOpen,
                                Math.max(0, Heap.live() - heapBefore));
                whole = measured(store, invented, options.documents, options);
            }
            return new DocumentReport(
                    options.threads, whole, build, sample(work, invented, options));
        } finally {
            Files.deleteIfExists(work.resolve("whole.index"));
            Files.deleteIfExists(work);
        }
    }

    /// @return greatest heap seen
    private static long build(Path file, InventedDocuments invented, long documents)
            throws IOException {
        long peak = 0;
        try (DocumentIndex.Builder builder = DocumentIndex.builder(file)) {
            for (long i = 0; i < documents; i++) {
                builder.add(invented.entry(i));
                if (i % HEAP_LOOK == 0) {
                    peak = Math.max(peak, Heap.used());
                }
            }
            long size = builder.build();
            peak = Math.max(peak, Heap.used());
            if (size > documents) {
                throw new IllegalStateException("more documents than were added");
            }
        }
        return peak;
    }

    private static List<Measured> sample(Path work, InventedDocuments invented, Options options)
            throws IOException {
        List<Measured> sample = new ArrayList<>();
        Path file = work.resolve("sample.index");
        build(file, invented, options.sample);
        try (Store store = new IndexStore(file)) {
            sample.add(measured(store, invented, options.sample, options));
        }
        try (Store store = new MapStore(invented, options.sample)) {
            sample.add(measured(store, invented, options.sample, options));
        }
        try (Store store = new LuceneStore(work.resolve("lucene"), invented, options.sample)) {
            sample.add(measured(store, invented, options.sample, options));
        }
        return sample;
    }

    private static Measured measured(
            Store store, InventedDocuments invented, long documents, Options options)
            throws IOException {
        return new Measured(
                store.name(),
                store.size(),
                (double) store.bytes() / store.size(),
                Speed.measure(store, invented, documents, RARE, options.threads, options.lookups),
                Speed.measure(store, invented, documents, HALF, options.threads, options.lookups));
    }
}
