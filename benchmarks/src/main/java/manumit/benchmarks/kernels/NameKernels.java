package manumit.benchmarks.kernels;

import com.ibm.icu.text.Transliterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import manumit.benchmarks.crowd.Crowd;
import manumit.matching.EntityKind;
import manumit.matching.Name;
import manumit.matching.names.NameParser;
import manumit.matching.text.Romaniser;
import manumit.matching.text.TextNormaliser;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/// One name read: nanoseconds a name, over {@link #NAMES} different ones.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class NameKernels {

    static final int NAMES = 1_000;

    /// Names in Latin letters, or in Arabic, Cyrillic, Han and Hangul.
    @Param({"latin", "other"})
    @SuppressWarnings("NullAway.Init")
    public String script;

    private List<Name> names = List.of();

    // The usual recipe for folding names with ICU.
    private final Transliterator icu =
            Transliterator.getInstance("NFKC; Any-Latin; NFD; [:M:] Remove; NFC; Latin-ASCII");

    @Setup
    public void prepare() {
        boolean isOther = script.equals("other");
        names =
                Crowd.of(1)
                        .identities(0, 500_000)
                        .flatMap(i -> i.particulars().names().stream())
                        .filter(name -> isOther == (name.whole().codePointAt(0) >= 0x400))
                        .limit(NAMES)
                        .toList();
    }

    @Benchmark
    @OperationsPerInvocation(NAMES)
    public void normaliseAndRomanise(Blackhole hole) {
        for (Name name : names) {
            String normalised = TextNormaliser.normalise(name.whole());
            int from = 0;
            for (int space = normalised.indexOf(' ');
                    space >= 0;
                    space = normalised.indexOf(' ', from)) {
                hole.consume(Romaniser.spellings(normalised.substring(from, space)));
                from = space + 1;
            }
            hole.consume(Romaniser.spellings(normalised.substring(from)));
        }
    }

    @Benchmark
    @OperationsPerInvocation(NAMES)
    public void icuTransliterate(Blackhole hole) {
        for (Name name : names) {
            hole.consume(icu.transliterate(name.whole()));
        }
    }

    @Benchmark
    @OperationsPerInvocation(NAMES)
    public void parseName(Blackhole hole) {
        for (Name name : names) {
            hole.consume(NameParser.parse(name, EntityKind.PERSON));
        }
    }
}
