package manumit.cli.lists;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import manumit.cli.output.ExitCode;
import manumit.cli.output.InputException;
import manumit.cli.output.RejectLog;
import manumit.cli.output.Streams;
import manumit.lists.ListReader;
import manumit.matching.Identity;
import manumit.matching.ListScale;
import manumit.matching.Watchlist;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `manumit list build`.
@Command(
        name = "build",
        customSynopsis = {
            "./manumit list build --list FILE... --output SNAPSHOT [--scale SCALE] [--rejects FILE]",
            ""
        },
        description = {
            "Makes a snapshot of lists: a file that `check --list` opens in a moment and that gives"
                    + " the same answers, also for lists of millions.",
            "",
            "A snapshot holds all that the lists say, so keep it as you keep them. Build it again"
                    + " when a list changes, and when Manumit is updated."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
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
            "  ./manumit list build --list UN_consolidated.xml --output un.snapshot",
            "  ./manumit check --list un.snapshot --format table travellers.csv",
            "      build once, check often",
            "  ./manumit list build --list sdn.csv alt.csv add.csv --output ofac.snapshot \\",
            "                       --rejects rejects.csv",
            "      the three OFAC files as one list; what could not be read goes to a file"
        })
final class BuildCommand implements Callable<Integer> {

    @Option(
            names = {"-l", "--list"},
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "List files, of any format that `check` reads.")
    private List<Path> lists = List.of();

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "SNAPSHOT",
            description = "File for the snapshot; replaced in one step once the new one is whole.")
    private Path output = Path.of("");

    @Option(
            names = "--scale",
            paramLabel = "SCALE",
            defaultValue = "SHORT",
            description =
                    "How long the lists are: SHORT, asked by method manumit-1, or LONG, from"
                            + " hundreds of thousands of records on, asked by manumit-2; default"
                            + " ${DEFAULT-VALUE}.")
    private ListScale scale = ListScale.SHORT;

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description = "CSV file for what could not be read: file, line, code, reason.")
    private @Nullable Path rejectsFile;

    private final Streams streams;

    BuildCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        lists.forEach(BuildCommand::requireList);
        requireOutput();
        long begun = System.nanoTime();
        AtomicLong records = new AtomicLong();
        try (RejectLog rejects = RejectLog.open(rejectsFile, streams.err())) {
            Stream<Identity> identities =
                    Stream.of(lists).mapMulti((files, sink) -> read(files, records, sink, rejects));
            try {
                Watchlist.build(identities, output, scale);
            } catch (NoSuchFileException e) {
                throw new InputException(
                        output + ": its folder does not exist; create it, or choose another");
            } catch (IOException e) {
                throw new InputException(
                        output + ": cannot be written; check permissions and space");
            }
            streams.err()
                    .println(
                            String.format(
                                    Locale.ROOT,
                                    "built %s: %,d records; rejected %d; %,d bytes; %.1f s",
                                    output.getFileName(),
                                    records.get(),
                                    rejects.count(),
                                    Files.size(output),
                                    (System.nanoTime() - begun) / 1e9));
            return rejects.count() > 0 ? ExitCode.DONE_WITH_REJECTS : ExitCode.DONE;
        }
    }

    private static void read(
            List<Path> files, AtomicLong records, Consumer<Identity> sink, RejectLog rejects) {
        try {
            ListReader.read(
                    files,
                    identity -> {
                        records.incrementAndGet();
                        sink.accept(identity);
                    },
                    rejects);
        } catch (IOException e) {
            throw InputException.of(files.size() == 1 ? files.getFirst().toString() : "", e);
        }
    }

    private static void requireList(Path file) {
        InputException.requireFile(file);
        try {
            if (Watchlist.isSnapshot(file)) {
                throw new InputException(
                        file + ": is a snapshot already; name the lists that it was built from");
            }
        } catch (IOException e) {
            throw InputException.of(file.toString(), e);
        }
    }

    private void requireOutput() throws IOException {
        if (Files.isDirectory(output)) {
            throw new InputException(output + ": is a folder; name a file in it");
        }
        for (Path list : lists) {
            if (Files.exists(output) && Files.isSameFile(output, list)) {
                throw new InputException(output + ": is one of the lists; choose another file");
            }
        }
    }
}
