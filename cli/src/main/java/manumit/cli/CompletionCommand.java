package manumit.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import manumit.cli.output.ExitCode;
import manumit.cli.output.Streams;
import picocli.AutoComplete;
import picocli.CommandLine.Command;

/// `manumit completion`.
@Command(
        name = "completion",
        description = "Prints a script that completes commands and options in bash and zsh.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  source <(./manumit completion)",
            "      for this shell",
            "  ./manumit completion > ~/.local/share/bash-completion/completions/manumit",
            "      for every bash to come"
        })
final class CompletionCommand implements Callable<Integer> {

    private final Streams streams;

    CompletionCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        streams.out().write(AutoComplete.bash("manumit", Manumit.commandLine(streams)));
        streams.out().flush();
        return ExitCode.DONE;
    }
}
