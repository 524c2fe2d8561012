package manumit.benchmarks.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import manumit.matching.BirthDate;
import manumit.matching.Identity;
import manumit.matching.Name;
import manumit.matching.Particulars;
import manumit.matching.Query;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.MMapDirectory;

/// Lucene with its usual recipe for names and dates: one document a name, folded words, a fuzzy
/// query per word (no edit up to two letters, one up to five, two beyond; BM25), the day and the
/// year of birth as optional clauses, the best {@link #RESCORED} documents scored again with the
/// date.
///
/// Fair to Lucene: one merged segment in mapped memory, few stored fields, a shared searcher. Names
/// in other scripts are indexed as they are. Tried and dropped: twice the boost for the day, twice
/// its weight in scoring again; targets found moved by less than one in a hundred. Thread-safe.
final class LuceneIndex implements AutoCloseable {

    /// Documents scored again.
    private static final int RESCORED = 100;

    private static final int BEST = 10;
    private static final String NAME = "name";
    private static final String DAY = "day";
    private static final String YEAR = "year";
    private static final String REFERENCE = "reference";
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    // A quarter of the tokens' weight for a year, as much as a rare token for a day.
    private static final float DAY_BOOST = 1;
    private static final float YEAR_BOOST = .25f;
    private static final float DAY_AGAIN = 10;
    private static final float YEAR_AGAIN = 2;

    private final Path folder;
    private final MMapDirectory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    private LuceneIndex(Path folder, MMapDirectory directory) throws IOException {
        this.folder = folder;
        this.directory = directory;
        this.reader = DirectoryReader.open(directory);
        this.searcher = new IndexSearcher(reader);
    }

    static LuceneIndex build(Stream<Identity> identities) {
        try {
            Path folder = Files.createTempDirectory("manumit-lucene");
            MMapDirectory directory = new MMapDirectory(folder);
            try (IndexWriter writer =
                    new IndexWriter(
                            directory,
                            new IndexWriterConfig(new WhitespaceAnalyzer())
                                    .setRAMBufferSizeMB(128))) {
                identities.parallel().forEach(identity -> add(identity, writer));
                writer.forceMerge(1);
            }
            return new LuceneIndex(folder, directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(Identity identity, IndexWriter writer) {
        try {
            for (Name name : identity.particulars().names()) {
                Document document = new Document();
                document.add(new TextField(NAME, folded(name.whole()), Field.Store.NO));
                document.add(new StoredField(REFERENCE, identity.entity()));
                for (BirthDate date : identity.particulars().birthDates()) {
                    if (date instanceof BirthDate.Day) {
                        document.add(new StringField(DAY, date.toString(), Field.Store.YES));
                    }
                    String year = Integer.toString(date.earliestYear());
                    document.add(new StringField(YEAR, year, Field.Store.YES));
                }
                writer.addDocument(document);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String folded(String name) {
        String plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
        return NOT_LETTERS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    /// References of the best records, best first.
    List<String> best(Query query) {
        try {
            Particulars traveller = query.particulars();
            BooleanQuery.Builder all = new BooleanQuery.Builder();
            for (String word : folded(traveller.names().getFirst().whole()).split(" ", -1)) {
                int edits = word.length() <= 2 ? 0 : word.length() <= 5 ? 1 : 2;
                all.add(new FuzzyQuery(new Term(NAME, word), edits), BooleanClause.Occur.SHOULD);
            }
            String day = "";
            String year = "";
            for (BirthDate date : traveller.birthDates()) {
                day = date.toString();
                year = Integer.toString(date.earliestYear());
                all.add(boosted(DAY, day, DAY_BOOST), BooleanClause.Occur.SHOULD);
                all.add(boosted(YEAR, year, YEAR_BOOST), BooleanClause.Occur.SHOULD);
            }
            return scoredAgain(searcher.search(all.build(), RESCORED).scoreDocs, day, year);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BoostQuery boosted(String field, String value, float boost) {
        return new BoostQuery(new TermQuery(new Term(field, value)), boost);
    }

    private List<String> scoredAgain(ScoreDoc[] found, String day, String year) throws IOException {
        StoredFields stored = searcher.storedFields();
        Map<String, Double> scores = new LinkedHashMap<>();
        for (ScoreDoc one : found) {
            Document document = stored.document(one.doc);
            double score =
                    one.score
                            + (List.of(document.getValues(DAY)).contains(day) ? DAY_AGAIN : 0)
                            + (List.of(document.getValues(YEAR)).contains(year) ? YEAR_AGAIN : 0);
            scores.merge(document.get(REFERENCE), score, Math::max);
        }
        List<String> best = new ArrayList<>(scores.keySet());
        best.sort(Comparator.comparingDouble((String r) -> scores.getOrDefault(r, 0d)).reversed());
        return List.copyOf(best.subList(0, Math.min(BEST, best.size())));
    }

    @Override
    public void close() {
        try {
            reader.close();
            directory.close();
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
