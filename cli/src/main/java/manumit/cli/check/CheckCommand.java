package manumit.cli.check;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import manumit.cli.output.ExitCode;
import manumit.cli.output.InputException;
import manumit.cli.output.Output;
import manumit.cli.output.RejectLog;
import manumit.cli.output.Streams;
import manumit.matching.Band;
import manumit.matching.Watchlist;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `manumit check`.
@Command(
        name = "check",
        customSynopsis = {
            "./manumit check --list FILE... [--format FORMAT] [--min-band BAND] [--top N]",
            "                       [--output FILE] [--rejects FILE] [INPUT|-]",
            ""
        },
        description = {
            "Checks travellers against lists: who may be a listed person, and why.",
            "",
            "INPUT is CSV with a header of any of id, name, given_names, family_name, birth_date,"
                    + " sex, nationality, document_number, document_type, document_country, mrz (the"
                    + " machine-readable zone of a document), or NDJSON with those keys. Birth dates: 1964-02-17, 1964-02, 1964, c. 1964. Countries:"
                    + " ISO or ICAO codes, or names in English, French, Spanish, Arabic.",
            "",
            "Bands: strong (compare the person with the record now), possible (look at the"
                    + " evidence), weak (for investigators). Scores rank, they do not decide."
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
            "  ./manumit check --list UN_consolidated.xml --format table travellers.csv",
            "      read the answers on the terminal",
            "  ./manumit check --list sdn.csv alt.csv add.csv --output answers.ndjson \\",
            "                  --rejects rejects.csv travellers.csv",
            "      the three OFAC files are one list; answers and rejects go to files",
            "  echo '{\"id\":\"1\",\"name\":\"Jane Roe\"}' | ./manumit check --list list.csv -",
            "      one question from another program",
            "  ./manumit check --list list.csv --min-band weak --top 20 travellers.csv",
            "      everything remotely similar"
        })
public final class CheckCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = {"-l", "--list"},
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "Lists to check against: OFAC, US Consolidated, UN XML, EU CSV,"
                            + " FollowTheMoney, or Manumit's own CSV or NDJSON; recognised by"
                            + " content. One may be a snapshot of `list build`: the others are put"
                            + " into it.")
    private List<Path> lists = List.of();

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "json",
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private AnswerFormat.Choice format = AnswerFormat.Choice.json;

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
            description = "Most candidates for each traveller; default ${DEFAULT-VALUE}.")
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
            arity = "0..1",
            paramLabel = "INPUT",
            description = "File of travellers; - or nothing reads standard input.")
    private @Nullable Path input;

    private final Streams streams;

    public CheckCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        if (top < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--top: at least 1 expected, found " + top);
        }
        List<Path> listFiles = takeInputFromLists();
        Path from = input == null ? Path.of("-") : input;
        if (!isStandardInput(from)) {
            InputException.requireFile(from);
        }
        try (RejectLog rejects = RejectLog.open(rejectsFile, streams.err())) {
            Watchlist watchlist = ListLoading.load(listFiles, rejects);
            streams.err().println(check(watchlist, from, rejects));
            return rejects.count() > 0 ? ExitCode.DONE_WITH_REJECTS : ExitCode.DONE;
        }
    }

    private Summary check(Watchlist watchlist, Path from, RejectLog rejects) throws IOException {
        String name = isStandardInput(from) ? "standard input" : nameOf(from);
        try (InputStream in = open(from);
                Output out = Output.open(output, streams);
                Progress progress = Progress.start(streams.terminal() && output != null)) {
            return new CheckRun(watchlist, format.format(), minBand, top, rejects)
                    .run(in, name, out.writer(), progress);
        }
    }

    /// `--list` takes as many files as follow it. In `--list a b c` without anything after, the
    /// last is the input: nobody checks without one, and standard input can be said as `-`.
    private List<Path> takeInputFromLists() {
        List<Path> files = new ArrayList<>(lists);
        List<String> args = spec.commandLine().getParseResult().originalArgs();
        boolean lastArgIsList =
                !args.isEmpty() && args.getLast().equals(files.getLast().toString());
        boolean ownOption =
                args.size() > 1 && List.of("-l", "--list").contains(args.get(args.size() - 2));
        boolean dash = isStandardInput(files.getLast());
        if (input == null && files.size() > 1 && (dash || (lastArgIsList && !ownOption))) {
            input = files.removeLast();
        }
        return files;
    }

    private static boolean isStandardInput(Path file) {
        return file.toString().equals("-");
    }

    private static String nameOf(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }

    private InputStream open(Path from) throws IOException {
        return isStandardInput(from)
                ? streams.in()
                : new BufferedInputStream(Files.newInputStream(from), 1 << 16);
    }
}
