package manumit.cli.flights;

import manumit.cli.output.Streams;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `manumit flights`.
@Command(
        name = "flights",
        description = "Reads and screens messages of carriers about flights: PAXLST and PNRGOV.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./manumit flights read --format table passengers.edi",
            "      who is on the flight, and what is odd in the message",
            "  ./manumit flights screen --list lists.snapshot --format table passengers.edi",
            "      who of them may be a listed person, and why"
        })
public final class FlightsCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private FlightsCommand() {}

    public static CommandLine withSubcommands(Streams streams) {
        return new CommandLine(new FlightsCommand())
                .addSubcommand(new ReadCommand(streams))
                .addSubcommand(new ScreenCommand(streams));
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Missing command: " + String.join(", ", spec.subcommands().keySet()));
    }
}
