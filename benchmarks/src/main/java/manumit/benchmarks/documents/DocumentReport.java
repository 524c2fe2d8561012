package manumit.benchmarks.documents;

import java.util.List;

/// What the benchmark of the document index measured.
///
/// @param threads that asked
/// @param whole the index with all documents
/// @param build how it was built
/// @param sample the index and its competitors with fewer documents, which fit into memory
public record DocumentReport(int threads, Measured whole, Build build, List<Measured> sample) {

    public DocumentReport {
        sample = List.copyOf(sample);
    }

    /// @param secondsToBuild with making up the documents
    /// @param heapPeakBytes greatest heap seen meanwhile, garbage included
    /// @param secondsToOpen the new file, which the system still has in memory
    /// @param heapOpenBytes heap that the open index takes
    public record Build(
            double secondsToBuild, long heapPeakBytes, double secondsToOpen, long heapOpenBytes) {}

    /// @param name of what was measured
    /// @param documents in it, each once
    /// @param bytesEach bytes of disk (of heap for the map) a document
    /// @param rare one question in ten thousand is about a listed document
    /// @param half every other question is
    public record Measured(String name, long documents, double bytesEach, Speed rare, Speed half) {}
}
