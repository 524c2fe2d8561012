package manumit.cli.journal;

import manumit.cli.output.Streams;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `manumit journal`.
@Command(
        name = "journal",
        description = "Proves an export of the journal, without the server.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./manumit journal verify journal.ndjson",
            "      is every entry there, unchanged and in order?"
        })
public final class JournalCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private JournalCommand() {}

    public static CommandLine withSubcommands(Streams streams) {
        return new CommandLine(new JournalCommand()).addSubcommand(new VerifyCommand(streams));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command: verify");
    }
}
