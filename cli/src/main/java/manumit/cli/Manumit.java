package manumit.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import manumit.cli.bench.BenchCommand;
import manumit.cli.check.CheckCommand;
import manumit.cli.compare.CompareCommand;
import manumit.cli.demo.DemoCommand;
import manumit.cli.evaluate.EvaluateCommand;
import manumit.cli.flights.FlightsCommand;
import manumit.cli.journal.JournalCommand;
import manumit.cli.lists.ListCommand;
import manumit.cli.output.ExitCode;
import manumit.cli.output.InputException;
import manumit.cli.output.Output;
import manumit.cli.output.Streams;
import manumit.cli.serve.ServeCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/// The executable. Each command lives in a package of its own and does three things: it takes its
/// options, calls the library, prints.
@Command(
        name = "manumit",
        description = {
            "Checks people and documents against lists, and says why.",
            "",
            "A candidate is not a ground for action: every person found is compared with the record"
                    + " by a person first."
        },
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./manumit demo",
            "      invented travellers against an invented list, with reasons",
            "  ./manumit check --list UN_consolidated.xml --format table travellers.csv",
            "      your travellers against a published list",
            "  ./manumit help check",
            "      everything about one command",
            "  ./manumit test",
            "      build Manumit with all checkers and run all tests"
        })
public final class Manumit implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /// Asked by the launcher after a build, to prepare Java's cache of loaded classes.
    @Option(names = "--warm-up", hidden = true)
    private boolean warmUp;

    private Manumit() {}

    public static void main(String[] args) {
        System.exit(run(Streams.ofProcess(), args));
    }

    /// Runs one command line.
    ///
    /// @return exit code, see {@link ExitCode}
    public static int run(Streams streams, String... args) {
        // Help and version are printed through a PrintWriter, which would keep failures to itself.
        StringWriter help = new StringWriter();
        int code = commandLine(streams).setOut(new PrintWriter(help)).execute(args);
        if (code == ExitCode.INTERNAL) {
            return code;
        }
        try {
            streams.out().write(help.toString());
            streams.out().flush();
            return code;
        } catch (IOException e) {
            return failed(e, streams.err());
        }
    }

    /// The commands and their options, for running and for generating the completion.
    public static CommandLine commandLine(Streams streams) {
        CommandLine commandLine =
                new CommandLine(new Manumit())
                        .addSubcommand(new CheckCommand(streams))
                        .addSubcommand(new CompareCommand(streams))
                        .addSubcommand(FlightsCommand.withSubcommands(streams))
                        .addSubcommand(ListCommand.withSubcommands(streams))
                        .addSubcommand(new EvaluateCommand(streams))
                        .addSubcommand(BenchCommand.withSubcommands(streams))
                        .addSubcommand(new ServeCommand(streams))
                        .addSubcommand(JournalCommand.withSubcommands(streams))
                        .addSubcommand(new DemoCommand(streams))
                        .addSubcommand(new CompletionCommand(streams))
                        .addSubcommand(new CommandLine.HelpCommand());
        return commandLine
                .setErr(streams.err())
                .setUsageHelpLongOptionsMaxWidth(26)
                .setUnmatchedOptionsAllowedAsOptionParameters(false)
                .setParameterExceptionHandler((e, _) -> misused(e))
                .setExecutionExceptionHandler((e, failed, _) -> failed(e, failed.getErr()));
    }

    @Override
    public void run() {
        if (warmUp) {
            WarmUp.run();
            return;
        }
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /// One line on what is wrong, one on what was perhaps meant, one on where to read more.
    private static int misused(ParameterException e) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("manumit: " + e.getMessage());
        UnmatchedArgumentException.printSuggestions(e, err);
        String path = command.getCommandSpec().qualifiedName().replaceFirst("^manumit ?", "");
        err.println("Help: ./manumit " + (path.isEmpty() ? "" : path + " ") + "--help");
        return ExitCode.USAGE;
    }

    private static int failed(Exception e, PrintWriter err) {
        return switch (e) {
            case InputException _ -> {
                err.println("manumit: " + e.getMessage());
                yield ExitCode.USAGE;
            }
            case IOException io when Output.isBrokenPipe(io) -> ExitCode.DONE;
            case IOException _ -> {
                err.println("manumit: reading or writing failed: " + e.getMessage());
                yield ExitCode.INTERNAL;
            }
            default -> {
                err.println("manumit: a fault of its own, please report it:");
                e.printStackTrace(err);
                yield ExitCode.INTERNAL;
            }
        };
    }
}
