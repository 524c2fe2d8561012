package manumit.cli.bench;

import manumit.cli.output.Streams;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `manumit bench`.
@Command(
        name = "bench",
        description = "Measures speed and size on this machine, beside others.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./manumit bench checks --people 100000",
            "      checks a second against a list of 100,000 invented people",
            "  ./manumit bench backwards --checks 100000",
            "      a new record against a hundred thousand recent checks",
            "  ./manumit bench documents --documents 1000000",
            "      look-ups of a million listed travel documents",
            "  ./manumit bench flights --flights 1000 --list 100000",
            "      messages of a thousand invented flights, read and screened",
            "  ./manumit bench journal",
            "      entries a second of the journal, on a database of its own"
        })
public final class BenchCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private BenchCommand() {}

    public static CommandLine withSubcommands(Streams streams) {
        return new CommandLine(new BenchCommand())
                .addSubcommand(new ChecksCommand(streams))
                .addSubcommand(new BackwardsCommand(streams))
                .addSubcommand(new DocumentsCommand(streams))
                .addSubcommand(new FlightsCommand(streams))
                .addSubcommand(new JournalCommand(streams))
                .addSubcommand(new HubCommand(streams));
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Missing command: " + String.join(", ", spec.subcommands().keySet()));
    }
}
