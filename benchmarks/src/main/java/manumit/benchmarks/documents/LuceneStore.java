package manumit.benchmarks.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import manumit.matching.TravelDocument;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.BytesRef;

/// Lucene's term dictionary, merged into one segment and mapped into memory: exact, one term for
/// issuer, type and number as written. It does less than the index.
final class LuceneStore implements Store {

    private static final String FIELD = "key";

    private final Path folder;
    private final MMapDirectory directory;
    private final DirectoryReader reader;
    private final long bytes;

    /// @param folder to be made; deleted in the end
    LuceneStore(Path folder, InventedDocuments invented, long documents) throws IOException {
        this.folder = folder;
        directory = new MMapDirectory(Files.createDirectory(folder));
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            for (long i = 0; i < documents; i++) {
                Document document = new Document();
                document.add(
                        new StringField(FIELD, MapStore.key(invented.document(i)), Field.Store.NO));
                writer.addDocument(document);
            }
            writer.forceMerge(1);
        }
        reader = DirectoryReader.open(directory);
        long sum = 0;
        for (String file : directory.listAll()) {
            sum += directory.fileLength(file);
        }
        bytes = sum;
    }

    @Override
    public String name() {
        return "Lucene";
    }

    @Override
    public long size() {
        return reader.numDocs();
    }

    @Override
    public long bytes() {
        return bytes;
    }

    @Override
    public Predicate<TravelDocument> lookUp() throws IOException {
        List<TermsEnum> terms = new ArrayList<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            if (leaf.reader().terms(FIELD) != null) {
                terms.add(leaf.reader().terms(FIELD).iterator());
            }
        }
        return document -> {
            BytesRef key = new BytesRef(MapStore.key(document));
            try {
                for (TermsEnum each : terms) {
                    if (each.seekExact(key)) {
                        return true;
                    }
                }
                return false;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
