package manumit.benchmarks.kernels;

import java.util.List;
import java.util.concurrent.TimeUnit;
import manumit.benchmarks.crowd.Check;
import manumit.benchmarks.crowd.CheckOptions;
import manumit.benchmarks.crowd.CheckStream;
import manumit.benchmarks.crowd.Crowd;
import manumit.matching.Occasion;
import manumit.matching.Query;
import manumit.matching.Watchlist;
import manumit.matching.v1.MethodV1;
import manumit.matching.v1.Prepared;
import manumit.matching.v1.Scoring;
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
import org.openjdk.jmh.infra.Blackhole;

/// Whole records: nanoseconds a pair scored, and nanoseconds a look-up in a list of {@link
/// #PEOPLE}.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RecordKernels {

    static final int PEOPLE = 10_000;
    static final int CHECKS = 200;

    private static final Scoring METHOD = MethodV1.SCORING;

    private List<Query> queries = List.of();
    private List<Prepared> prepared = List.of();
    private List<Prepared> targets = List.of();
    private Watchlist list = Watchlist.of(List.of());

    @Setup
    public void prepare() {
        Crowd crowd = Crowd.of(1);
        CheckOptions options = CheckOptions.of(1, PEOPLE);
        queries = CheckStream.of(crowd, options).checks(0, CHECKS).map(Check::query).toList();
        list = Watchlist.of(crowd.identities(0, PEOPLE).toList());
        List<Check> perturbed =
                CheckStream.of(crowd, options.withTargetShare(1)).checks(0, CHECKS).toList();
        prepared = perturbed.stream().map(c -> Prepared.of(c.query().particulars())).toList();
        targets =
                perturbed.stream()
                        .map(c -> Prepared.of(crowd.identity(number(c)).particulars()))
                        .toList();
    }

    private static long number(Check check) {
        String target = check.target();
        return target == null ? 0 : Long.parseLong(target.substring(1));
    }

    /// A traveller and the listed person they are.
    @Benchmark
    @OperationsPerInvocation(CHECKS)
    public void scorePair(Blackhole hole) {
        for (int i = 0; i < CHECKS; i++) {
            hole.consume(METHOD.compare(prepared.get(i), targets.get(i), Occasion.CHECK));
        }
    }

    @Benchmark
    @OperationsPerInvocation(CHECKS)
    public void lookUp(Blackhole hole) {
        for (Query query : queries) {
            hole.consume(list.candidates(query));
        }
    }
}
