package manumit.benchmarks.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import manumit.matching.TravelDocument;
import manumit.matching.documentindex.DocumentIndex;

/// Manumit's own index: with confused characters, check digits, and reasons.
final class IndexStore implements Store {

    private final Path file;
    private final DocumentIndex index;

    /// @param file an index; deleted in the end
    IndexStore(Path file) throws IOException {
        this.file = file;
        this.index = DocumentIndex.open(file);
    }

    @Override
    public String name() {
        return "manumit";
    }

    @Override
    public long size() {
        return index.size();
    }

    @Override
    public long bytes() {
        return index.fileBytes();
    }

    @Override
    public Predicate<TravelDocument> lookUp() {
        return document -> !index.findings(document).isEmpty();
    }

    @Override
    public void close() throws IOException {
        index.close();
        Files.deleteIfExists(file);
    }
}
