package manumit.cli.flights;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import manumit.cli.check.BandName;
import manumit.cli.check.ListLoading;
import manumit.cli.output.ExitCode;
import manumit.cli.output.Output;
import manumit.cli.output.RejectLog;
import manumit.cli.output.Streams;
import manumit.matching.Band;
import manumit.screening.FlightAssemblies;
import manumit.screening.PassengerScreening;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `manumit flights screen`.
@Command(
        name = "screen",
        customSynopsis = {
            "./manumit flights screen --list LIST [--list LIST]... [--format FORMAT]",
            "                         [--min-band BAND] [--top N] [--output FILE]",
            "                         [--rejects FILE] FILE...",
            ""
        },
        description = {
            "Screens everybody in passenger lists (PAXLST) and bookings (PNRGOV), with all documents,"
                    + " against lists.",
            "",
            "Messages about one flight are put together: parts, repeats and updates are screened once,"
                    + " changed persons again. One JSON line a person: file, message, flight, person,"
                    + " presence, changed, complete, notes, query, candidates. Hand in the files in the"
                    + " order in which they arrived."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        parameterListHeading = "%nInput:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            ExitCode.DONE_TEXT,
            ExitCode.INTERNAL_TEXT,
            ExitCode.USAGE_TEXT,
            ExitCode.DONE_WITH_REJECTS_TEXT
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./manumit flights screen --list UN_consolidated.xml --format table passengers.edi",
            "      read the answers on the terminal",
            "  ./manumit flights screen --list lists.snapshot --output answers.ndjson \\",
            "                           --rejects rejects.csv part1.edi part2.edi bookings.edi",
            "      answers and what could not be read go to files"
        })
final class ScreenCommand implements Callable<Integer> {

    /// How answers are written.
    enum Format {
        json,
        table
    }

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = {"-l", "--list"},
            required = true,
            paramLabel = "LIST",
            description =
                    "List to screen against, of any format that `check` reads, or a snapshot of"
                            + " `list build`. Several: repeat the option.")
    private List<Path> lists = List.of();

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "json",
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private Format format = Format.json;

    @Option(
            names = "--min-band",
            paramLabel = "BAND",
            defaultValue = "possible",
            completionCandidates = BandName.Candidates.class,
            converter = BandName.class,
            description =
                    "Least pressing band shown: ${COMPLETION-CANDIDATES}; default"
                            + " ${DEFAULT-VALUE}.")
    private Band minBand = Band.POSSIBLE;

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "5",
            description = "Most candidates for each person; default ${DEFAULT-VALUE}.")
    private int top = 5;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "File for the answers; default standard output.")
    private @Nullable Path output;

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description = "CSV file for what could not be read: file, line, code, reason.")
    private @Nullable Path rejectsFile;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Files of messages; - reads standard input.")
    private List<Path> files = List.of();

    private final Streams streams;

    ScreenCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        if (top < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--top: at least 1 expected, found " + top);
        }
        MessageFiles.require(files);
        try (RejectLog rejects = RejectLog.open(rejectsFile, streams.err())) {
            PassengerScreening screening =
                    PassengerScreening.of(ListLoading.load(lists, rejects))
                            .withCandidates(minBand, top);
            FlightAssemblies flights =
                    new FlightAssemblies(FlightAssemblies.Bounds.DEFAULT, Clock.systemUTC());
            try (Output out = Output.open(output, streams)) {
                ScreenRun run =
                        new ScreenRun(
                                screening,
                                flights,
                                switch (format) {
                                    case json -> ScreenFormat.JSON;
                                    case table -> ScreenFormat.table();
                                },
                                rejects);
                String summary = run.run(new MessageFiles(files, streams, rejects), out.writer());
                streams.err().println(summary);
            }
            return rejects.count() > 0 ? ExitCode.DONE_WITH_REJECTS : ExitCode.DONE;
        }
    }
}
