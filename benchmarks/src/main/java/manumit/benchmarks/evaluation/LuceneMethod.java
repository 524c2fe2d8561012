package manumit.benchmarks.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;

/// Lucene with its usual recipe for names: ICU-folded tokens, a fuzzy query per token (no edit up
/// to two letters, one up to five, two beyond; BM25).
///
/// All names of the pairs form the index. Since BM25 has no fixed top, a score is divided by what
/// the query's own name reaches, and the two directions are averaged. A pair of records scores as
/// its best pair of names among the primary ones and up to {@link #NAMES_A_SIDE} a side.
///
/// Searching takes milliseconds, so at most {@link #SAMPLE} pairs of each kind are scored.
final class LuceneMethod implements Method {

    private static final int SAMPLE = 500;
    private static final int NAMES_A_SIDE = 4;
    private static final String NAME = "name";

    @Override
    public String title() {
        return "Lucene fuzzy BM25";
    }

    @Override
    public double[] scores(List<LabelledPair> pairs) {
        boolean[] sampled = sample(pairs);
        try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
            Map<String, Integer> documents = index(pairs, sampled, directory);
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                Searches searches = new Searches(new IndexSearcher(reader), documents);
                double[] scores =
                        IntStream.range(0, pairs.size())
                                .parallel()
                                .mapToDouble(
                                        i -> sampled[i] ? searches.score(pairs.get(i)) : Double.NaN)
                                .toArray();
                return scores;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Evenly spaced pairs of each kind and label.
    private static boolean[] sample(List<LabelledPair> pairs) {
        Map<String, Integer> counts = new HashMap<>();
        pairs.forEach(p -> counts.merge(p.kind() + p.same(), 1, Integer::sum));
        Map<String, Integer> seen = new HashMap<>();
        boolean[] sampled = new boolean[pairs.size()];
        for (int i = 0; i < sampled.length; i++) {
            String kind = pairs.get(i).kind() + pairs.get(i).same();
            long count = counts.getOrDefault(kind, 0);
            long n = seen.merge(kind, 1, Integer::sum) - 1L;
            sampled[i] = count <= SAMPLE || n * SAMPLE / count != (n + 1) * SAMPLE / count;
        }
        return sampled;
    }

    /// @return the number of the document of each distinct name
    private static Map<String, Integer> index(
            List<LabelledPair> pairs, boolean[] sampled, ByteBuffersDirectory directory)
            throws IOException {
        Map<String, Integer> documents = new LinkedHashMap<>();
        IntStream.range(0, pairs.size())
                .filter(i -> sampled[i])
                .mapToObj(pairs::get)
                .flatMap(p ->
                        Stream.concat(
                                names(p.leftNames()).stream(), names(p.rightNames()).stream()))
                .forEach(name -> documents.putIfAbsent(name, documents.size()));
        try (IndexWriter writer =
                new IndexWriter(
                        directory,
                        // Numbers of documents follow the order of adding only if merges keep to
                        // it.
                        new IndexWriterConfig(new WhitespaceAnalyzer())
                                .setMergePolicy(new LogDocMergePolicy()))) {
            for (String name : documents.keySet()) {
                Document document = new Document();
                document.add(new TextField(NAME, name, Field.Store.NO));
                writer.addDocument(document);
            }
            writer.forceMerge(1);
        }
        return documents;
    }

    private static List<String> names(List<String> names) {
        return names.stream()
                .limit(NAMES_A_SIDE)
                .map(name -> PlainName.of(name).text())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /// Scores of all names for one token after another; each token is asked once. A name's score is
    /// the sum over its tokens, as a query of all of them would give; but such a query merges
    /// clauses that two fuzzy tokens have in common in an order that changes from run to run.
    /// Thread-safe.
    private static final class Searches {
        private final IndexSearcher searcher;
        private final Map<String, Integer> documents;
        private final Map<String, float[]> byToken = new ConcurrentHashMap<>();

        Searches(IndexSearcher searcher, Map<String, Integer> documents) {
            this.searcher = searcher;
            this.documents = documents;
        }

        double score(LabelledPair pair) {
            double best = 0;
            for (String left : names(pair.leftNames())) {
                for (String right : names(pair.rightNames())) {
                    best = Math.max(best, (relative(left, right) + relative(right, left)) / 2);
                }
            }
            return best;
        }

        private double relative(String query, String name) {
            double self = raw(query, query);
            return self == 0 ? 0 : raw(query, name) / self;
        }

        private double raw(String query, String name) {
            int document = Objects.requireNonNull(documents.get(name));
            double sum = 0;
            for (String token : query.split(" ", -1)) {
                sum += byToken.computeIfAbsent(token, this::scores)[document];
            }
            return sum;
        }

        /// Scores of one token by document.
        private float[] scores(String token) {
            int edits = token.length() <= 2 ? 0 : token.length() <= 5 ? 1 : 2;
            float[] scores = new float[documents.size()];
            try {
                FuzzyQuery query = new FuzzyQuery(new Term(NAME, token), edits);
                for (ScoreDoc found : searcher.search(query, scores.length).scoreDocs) {
                    scores[found.doc] = found.score;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return scores;
        }
    }
}
