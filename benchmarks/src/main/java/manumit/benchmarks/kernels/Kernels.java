package manumit.benchmarks.kernels;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// Runs the kernels and prints how they compare with libraries. Arguments are those of JMH, for
/// example `PartKernels -f 3`.
public final class Kernels {

    /// A kernel of ours and what does nearly the same.
    private record Rivals(String ours, String theirs) {}

    private static final List<Rivals> RIVALS =
            List.of(
                    new Rivals("normaliseAndRomanise latin", "icuTransliterate latin"),
                    new Rivals("normaliseAndRomanise other", "icuTransliterate other"),
                    new Rivals("partSimilarity", "commonsLevenshtein"),
                    new Rivals("partSimilarity", "commonsJaroWinkler"),
                    new Rivals("partSimilarityWithFloor", "commonsLevenshteinToTwo"));

    private Kernels() {}

    public static void main(String[] args) throws RunnerException, CommandLineOptionException {
        CommandLineOptions options = new CommandLineOptions(args);
        OptionsBuilder builder = new OptionsBuilder();
        builder.parent(options);
        if (options.getIncludes().isEmpty()) {
            builder.include(Kernels.class.getPackageName().replace(".", "\\."));
        }
        System.out.print(table(nanos(new Runner(builder.build()).run())));
    }

    /// Nanoseconds by name of the kernel and its parameters.
    private static Map<String, Double> nanos(Collection<RunResult> results) {
        Map<String, Double> nanos = new TreeMap<>();
        for (RunResult result : results) {
            StringBuilder name = new StringBuilder(result.getPrimaryResult().getLabel());
            for (String parameter : result.getParams().getParamsKeys()) {
                name.append(' ').append(result.getParams().getParam(parameter));
            }
            nanos.put(name.toString(), result.getPrimaryResult().getScore());
        }
        return nanos;
    }

    private static String table(Map<String, Double> nanos) {
        StringBuilder text = new StringBuilder("\nnanoseconds each\n");
        nanos.forEach((name, value) ->
                text.append(String.format(Locale.ROOT, "  %-32s %,14.1f\n", name, value)));
        text.append("\ntheirs / ours: above 1, ours is faster\n");
        for (Rivals rivals : RIVALS) {
            Double ours = nanos.get(rivals.ours());
            Double theirs = nanos.get(rivals.theirs());
            if (ours != null && theirs != null) {
                text.append(
                        String.format(
                                Locale.ROOT,
                                "  %-32s %-26s %8.2f\n",
                                rivals.ours(),
                                rivals.theirs(),
                                theirs / ours));
            }
        }
        return text.toString();
    }
}
