package manumit.cli.flights;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import manumit.cli.output.ExitCode;
import manumit.cli.output.Output;
import manumit.cli.output.RejectLog;
import manumit.cli.output.Streams;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `manumit flights read`.
@Command(
        name = "read",
        description = {
            "Prints what passenger lists (PAXLST) and bookings (PNRGOV) say, and what is odd in them.",
            "",
            "One JSON line a message: file, message, type, flight, passengers, bookings, dropped,"
                    + " warnings, rejected. Passengers of bookings carry their booking's locator. Meals,"
                    + " health and remarks are dropped and counted, card numbers are masked."
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
            "  ./manumit flights read --format table passengers.edi",
            "      read on the terminal",
            "  ./manumit flights read --output flights.ndjson --rejects rejects.csv *.edi",
            "      everything for another program; what could not be read goes to a file",
            "  cat bookings.edi | ./manumit flights read -",
            "      from another program"
        })
final class ReadCommand implements Callable<Integer> {

    /// How messages are written.
    enum Format {
        json,
        table
    }

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "json",
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private Format format = Format.json;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "File for what was read; default standard output.")
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

    ReadCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        MessageFiles.require(files);
        try (RejectLog rejects = RejectLog.open(rejectsFile, streams.err());
                Output out = Output.open(output, streams)) {
            Writer writer = out.writer();
            Counts counts = new Counts();
            new MessageFiles(files, streams, rejects)
                    .read(message -> {
                        counts.add(message);
                        writer.write(
                                switch (format) {
                                    case json -> MessageJson.line(message);
                                    case table -> MessageTable.block(message);
                                });
                    });
            writer.flush();
            streams.err().println(counts.text(rejects.count()));
            return rejects.count() > 0 ? ExitCode.DONE_WITH_REJECTS : ExitCode.DONE;
        }
    }

    /// The closing figures.
    private static final class Counts {
        private long messages;
        private long passengers;
        private long bookings;
        private long warnings;

        void add(FlightMessage message) {
            messages++;
            passengers += message.passengers().size();
            bookings += message.bookings().size();
            warnings += message.message().warnings().size();
        }

        String text(int rejected) {
            return "read "
                    + messages
                    + " messages: passengers "
                    + passengers
                    + ", bookings "
                    + bookings
                    + ", warnings "
                    + warnings
                    + "; rejected "
                    + rejected;
        }
    }
}
