package manumit.benchmarks.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
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
    private static final String KEY = "key";

    @Override
    public String title() {
        return "Lucene fuzzy BM25";
    }

    @Override
    public double[] scores(List<LabelledPair> pairs) {
        boolean[] sampled = sample(pairs);
        try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
            Map<String, String> keys = index(pairs, sampled, directory);
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                Searches searches = new Searches(new IndexSearcher(reader), keys);
                double[] scores = new double[pairs.size()];
                Arrays.fill(scores, Double.NaN);
                for (int i = 0; i < scores.length; i++) {
                    if (sampled[i]) {
                        scores[i] = searches.score(pairs.get(i));
                    }
                }
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

    /// @return the key of each distinct name
    private static Map<String, String> index(
            List<LabelledPair> pairs, boolean[] sampled, ByteBuffersDirectory directory)
            throws IOException {
        Map<String, String> keys = new LinkedHashMap<>();
        IntStream.range(0, pairs.size())
                .filter(i -> sampled[i])
                .mapToObj(pairs::get)
                .forEach(pair -> {
                    for (String name : names(pair.leftNames())) {
                        keys.putIfAbsent(name, Integer.toString(keys.size()));
                    }
                    for (String name : names(pair.rightNames())) {
                        keys.putIfAbsent(name, Integer.toString(keys.size()));
                    }
                });
        try (IndexWriter writer =
                new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
            for (Map.Entry<String, String> entry : keys.entrySet()) {
                Document document = new Document();
                document.add(new TextField(NAME, entry.getKey(), Field.Store.NO));
                document.add(new StringField(KEY, entry.getValue(), Field.Store.NO));
                writer.addDocument(document);
            }
            writer.forceMerge(1);
        }
        return keys;
    }

    private static List<String> names(List<String> names) {
        return names.stream()
                .limit(NAMES_A_SIDE)
                .map(name -> PlainName.of(name).text())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /// Queries rewritten once per name; scores of a name against itself kept.
    private static final class Searches {
        private final IndexSearcher searcher;
        private final Map<String, String> keys;
        private final Map<String, Query> queries = new HashMap<>();
        private final Map<String, Double> selfScores = new HashMap<>();

        Searches(IndexSearcher searcher, Map<String, String> keys) {
            this.searcher = searcher;
            this.keys = keys;
        }

        double score(LabelledPair pair) throws IOException {
            double best = 0;
            for (String left : names(pair.leftNames())) {
                for (String right : names(pair.rightNames())) {
                    best = Math.max(best, (relative(left, right) + relative(right, left)) / 2);
                }
            }
            return best;
        }

        private double relative(String query, String name) throws IOException {
            Double self = selfScores.get(query);
            if (self == null) {
                self = raw(query, query);
                selfScores.put(query, self);
            }
            return self == 0 ? 0 : raw(query, name) / self;
        }

        private double raw(String query, String name) throws IOException {
            Query fuzzy = queries.get(query);
            if (fuzzy == null) {
                fuzzy = searcher.rewrite(fuzzy(query));
                queries.put(query, fuzzy);
            }
            String key = keys.get(name);
            if (key == null) {
                return 0;
            }
            TopDocs found =
                    searcher.search(
                            new BooleanQuery.Builder()
                                    .add(fuzzy, BooleanClause.Occur.MUST)
                                    .add(
                                            new TermQuery(new Term(KEY, key)),
                                            BooleanClause.Occur.FILTER)
                                    .build(),
                            1);
            return found.scoreDocs.length == 0 ? 0 : found.scoreDocs[0].score;
        }

        private static Query fuzzy(String name) {
            BooleanQuery.Builder query = new BooleanQuery.Builder();
            for (String token : name.split(" ", -1)) {
                int edits = token.length() <= 2 ? 0 : token.length() <= 5 ? 1 : 2;
                query.add(new FuzzyQuery(new Term(NAME, token), edits), BooleanClause.Occur.SHOULD);
            }
            return query.build();
        }
    }
}
