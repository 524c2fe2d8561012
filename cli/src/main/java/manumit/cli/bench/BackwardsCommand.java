package manumit.cli.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import manumit.benchmarks.checks.BackwardsBenchmark;
import manumit.benchmarks.checks.Figure;
import manumit.cli.output.ExitCode;
import manumit.cli.output.Streams;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `manumit bench backwards`.
@Command(
        name = "backwards",
        description = {
            "Measures the search of recent checks with a record that is new: which of them would"
                    + " have found it?"
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {ExitCode.DONE_TEXT, ExitCode.INTERNAL_TEXT, ExitCode.USAGE_TEXT},
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./manumit bench backwards --checks 100000",
            "      a hundred thousand recent checks",
            "  MANUMIT_OPTS=-Xmx16g ./manumit bench backwards --checks 8000000 --json",
            "      a whole operation, for a program to read"
        })
final class BackwardsCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--checks",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Recent checks; default ${DEFAULT-VALUE}.")
    private int checks;

    @Option(
            names = "--records",
            paramLabel = "N",
            defaultValue = "200",
            description = "New records to ask about; default ${DEFAULT-VALUE}.")
    private int records;

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

    BackwardsCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        if (checks < 1 || records < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--checks, --records: at least 1 each");
        }
        List<Figure> figures =
                BackwardsBenchmark.run(checks, records, scale.scale(), seed, this::showProgress);
        streams.out().write(json ? Figures.json(figures) : Figures.table(figures));
        streams.out().flush();
        return ExitCode.DONE;
    }

    private void showProgress(String what) {
        if (streams.terminal()) {
            streams.err().println("  " + what);
        }
    }
}
