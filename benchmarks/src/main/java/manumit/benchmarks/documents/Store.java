package manumit.benchmarks.documents;

import java.io.Closeable;
import java.io.IOException;
import java.util.function.Predicate;
import manumit.matching.TravelDocument;

/// A collection of listed documents that is measured.
interface Store extends Closeable {

    /// As it stands in the report.
    String name();

    /// Documents in it, each once.
    long size();

    /// Bytes of disk or heap that it takes.
    long bytes();

    /// A way to ask whether a document is listed, for one thread.
    Predicate<TravelDocument> lookUp() throws IOException;
}
