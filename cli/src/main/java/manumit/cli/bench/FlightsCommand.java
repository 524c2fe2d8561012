package manumit.cli.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import manumit.benchmarks.checks.Figure;
import manumit.benchmarks.flights.speed.FlightsBenchmark;
import manumit.benchmarks.flights.speed.FlightsRun;
import manumit.cli.output.ExitCode;
import manumit.cli.output.Streams;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `manumit bench flights`.
@Command(
        name = "flights",
        description = {
            "Measures how fast passenger lists and bookings of invented flights are read, and everybody"
                    + " in them screened against a list of invented people; in the same run, StAEDI"
                    + " cutting such messages into segments, and JMRTD reading zones of documents.",
            "",
            "Making the messages is not counted. All are read; screening stops after --seconds, and"
                    + " seconds_for_all_reckoned says how long it would take for all. Megabytes a second"
                    + " are of one core. JMRTD is not shipped: `make flights` runs with it."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {ExitCode.DONE_TEXT, ExitCode.INTERNAL_TEXT, ExitCode.USAGE_TEXT},
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./manumit bench flights --flights 1000 --list 100000 --seconds 20",
            "      a minute",
            "  MANUMIT_OPTS=-Xmx8g ./manumit bench flights --json > flights.json",
            "      24,000 flights and a million listed people, for a program to read",
            "  make flights ARGS='--flights 1000 --list 100000'",
            "      with JMRTD"
        })
final class FlightsCommand implements Callable<Integer> {

    private static final String NOTE =
            """

            Measured elsewhere, on other machines, and to be read as no more than an order of size:
            GTAS reads 12,200 passengers a second, and matches 10 a second with 100,000 listed.
            """;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--flights",
            paramLabel = "N",
            defaultValue = "" + FlightsRun.DEFAULT_FLIGHTS,
            description = "Flights; default ${DEFAULT-VALUE}.")
    private int flights;

    @Option(
            names = "--list",
            paramLabel = "N",
            defaultValue = "" + FlightsRun.DEFAULT_LIST,
            description = "Records on the list; default ${DEFAULT-VALUE}.")
    private int list;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "" + FlightsRun.DEFAULT_SECONDS,
            description = "How long is screened at most; default ${DEFAULT-VALUE}.")
    private double seconds;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "" + FlightsRun.DEFAULT_THREADS,
            description = "Threads that read and screen; default ${DEFAULT-VALUE}.")
    private int threads;

    @Option(
            names = "--baseline-seconds",
            paramLabel = "S",
            defaultValue = "" + FlightsRun.DEFAULT_BASELINE_SECONDS,
            description =
                    "How long the others are timed; 0 leaves them out; default ${DEFAULT-VALUE}.")
    private double baselineSeconds;

    @Mixin private ScaleOption scale = new ScaleOption();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Start of all draws; default ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--json", description = "One JSON object instead of a table.")
    private boolean json;

    private final Streams streams;

    FlightsCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        List<Figure> figures = FlightsBenchmark.run(options(), this::showProgress);
        streams.out().write(json ? Figures.json(figures) : Figures.table(figures) + NOTE);
        streams.out().flush();
        return ExitCode.DONE;
    }

    private FlightsRun options() {
        try {
            return new FlightsRun(
                    flights, list, threads, seconds, seed, baselineSeconds, scale.scale());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    /// What is left out is told in any case.
    private void showProgress(String what) {
        if (streams.terminal() || what.contains("left out")) {
            streams.err().println("  " + what);
        }
    }
}
