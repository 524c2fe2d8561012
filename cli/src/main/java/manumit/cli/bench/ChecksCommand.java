package manumit.cli.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import manumit.benchmarks.checks.ChecksBenchmark;
import manumit.benchmarks.checks.ChecksOptions;
import manumit.benchmarks.checks.Figure;
import manumit.benchmarks.checks.WatchlistEngine;
import manumit.cli.output.ExitCode;
import manumit.cli.output.Streams;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `manumit bench checks`.
@Command(
        name = "checks",
        description = {
            "Measures how many travellers a second are checked against a list of invented people,"
                    + " what is found of those who are on it, and the same beside Lucene and beside"
                    + " comparison with every record.",
            "",
            "Travellers are asked about by name and birth date; the undated and the border run"
                    + " (sex and nationality too) make a tenth of the checks. Up to 20,000 people,"
                    + " recall is measured against comparison with every record; beyond, against"
                    + " records with a like birth date, two shared words or drawn by lot."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {ExitCode.DONE_TEXT, ExitCode.INTERNAL_TEXT, ExitCode.USAGE_TEXT},
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./manumit bench checks --people 100000 --checks 100000",
            "      a list of 100,000",
            "  MANUMIT_OPTS=-Xmx16g ./manumit bench checks --json > checks.json",
            "      a million people and a million checks, for a program to read"
        })
final class ChecksCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--people",
            paramLabel = "N",
            defaultValue = "" + ChecksOptions.DEFAULT_PEOPLE,
            description = "Records on the list; default ${DEFAULT-VALUE}.")
    private int people = ChecksOptions.DEFAULT_PEOPLE;

    @Option(
            names = "--checks",
            paramLabel = "N",
            defaultValue = "" + ChecksOptions.DEFAULT_CHECKS,
            description = "Checks; default ${DEFAULT-VALUE}.")
    private int checks = ChecksOptions.DEFAULT_CHECKS;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "" + ChecksOptions.DEFAULT_THREADS,
            description = "Threads that ask at once; default ${DEFAULT-VALUE}.")
    private int threads = ChecksOptions.DEFAULT_THREADS;

    @Option(
            names = "--recall-checks",
            paramLabel = "N",
            defaultValue = "" + ChecksOptions.DEFAULT_RECALL_CHECKS,
            description =
                    "Listed people with slips by whom recall is measured; default"
                            + " ${DEFAULT-VALUE}.")
    private int recallChecks = ChecksOptions.DEFAULT_RECALL_CHECKS;

    @Option(
            names = "--baseline-seconds",
            paramLabel = "S",
            defaultValue = "" + ChecksOptions.DEFAULT_BASELINE_SECONDS,
            description =
                    "How long the others are timed; 0 leaves them out; default ${DEFAULT-VALUE}.")
    private double baselineSeconds = ChecksOptions.DEFAULT_BASELINE_SECONDS;

    @Mixin private ScaleOption scale = new ScaleOption();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "Start of all draws; the same seed gives the same people; default"
                            + " ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(names = "--json", description = "One JSON object instead of a table.")
    private boolean json;

    private final Streams streams;

    ChecksCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        List<Figure> figures =
                ChecksBenchmark.run(
                        options(),
                        people -> WatchlistEngine.build(people, scale.scale()),
                        this::showProgress);
        streams.out().write(json ? Figures.json(figures) : Figures.table(figures));
        streams.out().flush();
        return ExitCode.DONE;
    }

    private ChecksOptions options() {
        try {
            return ChecksOptions.of(people, checks, threads, seed)
                    .withRecallChecks(recallChecks)
                    .withBaselineSeconds(baselineSeconds)
                    .withScale(scale.scale());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private void showProgress(String what) {
        if (streams.terminal()) {
            streams.err().println("  " + what);
        }
    }
}
