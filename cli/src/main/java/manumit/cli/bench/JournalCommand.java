package manumit.cli.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import manumit.benchmarks.checks.Figure;
import manumit.benchmarks.journal.JournalBenchmark;
import manumit.benchmarks.journal.JournalRun;
import manumit.cli.output.ExitCode;
import manumit.cli.output.Streams;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `manumit bench journal`.
@Command(
        name = "journal",
        description = {
            "Measures how many entries a second the journal makes durable, on a PostgreSQL of its own:"
                    + " handed over in batches, one at a time by callers that wait, and, in the same"
                    + " run, plain inserts of the same rows, one transaction each.",
            "",
            "Every entry carries an idempotency key and a subject. At the end all that was written is"
                    + " exported and verified."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {ExitCode.DONE_TEXT, ExitCode.INTERNAL_TEXT, ExitCode.USAGE_TEXT},
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./manumit bench journal",
            "      takes a minute",
            "  ./manumit bench journal --seconds 60 --json",
            "      longer, for a program to read"
        })
final class JournalCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "" + JournalRun.DEFAULT_SECONDS,
            description = "Length of each measurement; default ${DEFAULT-VALUE}.")
    private double seconds;

    @Option(
            names = "--callers",
            paramLabel = "N",
            defaultValue = "" + JournalRun.DEFAULT_CALLERS,
            description =
                    "Callers that wait for each entry, and threads that insert; default"
                            + " ${DEFAULT-VALUE}.")
    private int callers;

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "" + JournalRun.DEFAULT_BATCH,
            description = "Acts handed over at once; default ${DEFAULT-VALUE}.")
    private int batch;

    @Option(names = "--json", description = "One JSON object instead of a table.")
    private boolean json;

    private final Streams streams;

    JournalCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        // The embedded database logs; what is printed here is for programs.
        System.setProperty("logback.configurationFile", "manumit/cli/bench/quiet-logback.xml");
        List<Figure> figures = JournalBenchmark.run(options(), this::showProgress);
        streams.out().write(json ? Figures.json(figures) : Figures.table(figures));
        streams.out().flush();
        return ExitCode.DONE;
    }

    private JournalRun options() {
        try {
            return new JournalRun(seconds, callers, batch);
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
