package manumit.cli.lists;

import manumit.cli.output.Streams;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `manumit list`.
@Command(
        name = "list",
        description = "Looks at lists, and makes snapshots of them.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./manumit list describe UN_consolidated.xml",
            "      how many persons, which scripts, how many birth dates",
            "  ./manumit list build --list UN_consolidated.xml --output un.snapshot",
            "      a snapshot, which `check --list` opens in a moment"
        })
public final class ListCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private ListCommand() {}

    public static CommandLine withSubcommands(Streams streams) {
        return new CommandLine(new ListCommand())
                .addSubcommand(new DescribeCommand(streams))
                .addSubcommand(new BuildCommand(streams));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command: describe or build");
    }
}
