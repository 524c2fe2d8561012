package manumit.benchmarks.kernels;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import manumit.benchmarks.crowd.Crowd;
import manumit.matching.similarity.Part;
import manumit.matching.similarity.PartSimilarity;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Two parts of names compared: nanoseconds a pair, over {@link #PAIRS} pairs in Latin letters,
/// half of them two spellings out of one record, half of them unrelated.
///
/// Parts are made ready before, as they are in a list; strings need no preparation.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PartKernels {

    static final int PAIRS = 1_000;

    /// Similarity below which the matcher is not interested.
    private static final double FLOOR = .5;

    private final List<String> left = new ArrayList<>();
    private final List<String> right = new ArrayList<>();
    private final List<Part> leftParts = new ArrayList<>();
    private final List<Part> rightParts = new ArrayList<>();
    private final LevenshteinDistance levenshtein = LevenshteinDistance.getDefaultInstance();
    private final LevenshteinDistance levenshteinToTwo = new LevenshteinDistance(2);
    private final JaroWinklerSimilarity jaroWinkler = new JaroWinklerSimilarity();

    @Setup
    public void prepare() {
        Crowd crowd = Crowd.of(1);
        String unrelated = "Ngozi";
        for (long number = 0; left.size() < PAIRS; number++) {
            List<String> words =
                    crowd.identity(number).particulars().names().stream()
                            .map(name -> name.whole().split(" ", -1)[0])
                            .filter(word -> word.length() > 2 && word.charAt(0) < 0x250)
                            .toList();
            if (words.size() >= 2) {
                add(words.getFirst(), words.getLast());
                add(words.getFirst(), unrelated);
                unrelated = words.getFirst();
            }
        }
    }

    private void add(String a, String b) {
        left.add(a.toLowerCase(Locale.ROOT));
        right.add(b.toLowerCase(Locale.ROOT));
        leftParts.add(Part.of(a));
        rightParts.add(Part.of(b));
    }

    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public double partSimilarity() {
        double sum = 0;
        for (int i = 0; i < PAIRS; i++) {
            sum += PartSimilarity.between(leftParts.get(i), rightParts.get(i));
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public double partSimilarityWithFloor() {
        double sum = 0;
        for (int i = 0; i < PAIRS; i++) {
            sum += PartSimilarity.between(leftParts.get(i), rightParts.get(i), FLOOR);
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public long commonsLevenshtein() {
        long sum = 0;
        for (int i = 0; i < PAIRS; i++) {
            sum += levenshtein.apply(left.get(i), right.get(i));
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public long commonsLevenshteinToTwo() {
        long sum = 0;
        for (int i = 0; i < PAIRS; i++) {
            sum += levenshteinToTwo.apply(left.get(i), right.get(i));
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public double commonsJaroWinkler() {
        double sum = 0;
        for (int i = 0; i < PAIRS; i++) {
            sum += jaroWinkler.apply(left.get(i), right.get(i));
        }
        return sum;
    }
}
