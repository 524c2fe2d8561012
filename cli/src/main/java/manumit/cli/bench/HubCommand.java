package manumit.cli.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import manumit.benchmarks.checks.Figure;
import manumit.benchmarks.hub.HubBenchmark;
import manumit.benchmarks.hub.HubRun;
import manumit.cli.output.ExitCode;
import manumit.cli.output.Streams;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `manumit bench hub`.
@Command(
        name = "hub",
        description = {
            "Measures a hub from outside: a process of its own with its own database, into which"
                    + " invented people are imported, asked over HTTP one check at a time and in one"
                    + " stream. Every answer counted is durable.",
            "",
            "In the same run the same checks are asked of PostgreSQL by trigrams (pg_trgm), without"
                    + " journal, rights and reasons. Load and hub share the machine."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {ExitCode.DONE_TEXT, ExitCode.INTERNAL_TEXT, ExitCode.USAGE_TEXT},
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./manumit bench hub --people 100000",
            "      some minutes",
            "  ./manumit bench hub --json",
            "      a million people, for a program to read"
        })
final class HubCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--people",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Records on the list; default ${DEFAULT-VALUE}.")
    private int people;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "20",
            description = "Length of each measurement; default ${DEFAULT-VALUE}.")
    private double seconds;

    @Option(
            names = "--connections",
            paramLabel = "N",
            defaultValue = "32",
            description = "Connections that ask one check at a time; default ${DEFAULT-VALUE}.")
    private int connections;

    @Option(
            names = "--bulk-checks",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Most checks of the stream; default ${DEFAULT-VALUE}.")
    private int bulkChecks;

    @Option(
            names = "--heap",
            paramLabel = "SIZE",
            defaultValue = "4g",
            description = "Heap of the hub; default ${DEFAULT-VALUE}.")
    private String heap = "4g";

    @Option(
            names = "--baseline-seconds",
            paramLabel = "S",
            defaultValue = "20",
            description =
                    "How long PostgreSQL alone is timed; 0 leaves it out; default"
                            + " ${DEFAULT-VALUE}.")
    private double baselineSeconds;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Start of all draws; default ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--json", description = "One JSON object instead of a table.")
    private boolean json;

    private final Streams streams;

    HubCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        System.setProperty("logback.configurationFile", "manumit/cli/bench/quiet-logback.xml");
        List<Figure> figures = HubBenchmark.run(options(), this::showProgress);
        streams.out().write(json ? Figures.json(figures) : Figures.table(figures));
        streams.out().flush();
        return ExitCode.DONE;
    }

    private HubRun options() {
        try {
            return new HubRun(
                    people, seconds, connections, bulkChecks, seed, heap, baselineSeconds);
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
