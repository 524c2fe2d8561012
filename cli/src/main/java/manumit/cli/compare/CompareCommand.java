package manumit.cli.compare;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import manumit.cli.ordered.OrderedWork;
import manumit.cli.output.ExitCode;
import manumit.cli.output.InputException;
import manumit.cli.output.Json;
import manumit.cli.output.Numbers;
import manumit.cli.output.Output;
import manumit.cli.output.RejectLog;
import manumit.cli.output.Streams;
import manumit.lists.Pair;
import manumit.lists.PairReader;
import manumit.lists.Reject;
import manumit.matching.Comparison;
import manumit.matching.Matcher;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `manumit compare`.
@Command(
        name = "compare",
        description = {
            "Compares pairs of descriptions: how likely is each the same person, and why.",
            "",
            "PAIRS is CSV with the header id, left_name, right_name and, where known, left_ and"
                    + " right_ birth_date, sex, nationality, document_number, document_country;"
                    + " several values are separated by |. Answers are JSON, one line per pair:"
                    + " id, score, band, evidence."
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
            "  ./manumit compare pairs.csv",
            "      one JSON line per pair",
            "  printf 'id,left_name,right_name\\n1,Jon Smyth,John Smith\\n' | ./manumit compare",
            "      one pair from the keyboard",
            "  ./manumit compare --output scores.ndjson --rejects rejects.csv pairs.csv",
            "      answers and rejects go to files"
        })
public final class CompareCommand implements Callable<Integer> {

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
            paramLabel = "PAIRS",
            description = "File of pairs; - or nothing reads standard input.")
    private @Nullable Path input;

    private final Streams streams;
    private final Matcher matcher = Matcher.current();

    public CompareCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        boolean standardInput = input == null || input.toString().equals("-");
        if (input != null && !standardInput) {
            InputException.requireFile(input);
        }
        String file = standardInput || input == null ? "standard input" : input.toString();
        try (RejectLog rejects = RejectLog.open(rejectsFile, streams.err());
                InputStream in =
                        standardInput || input == null
                                ? streams.in()
                                : new BufferedInputStream(Files.newInputStream(input), 1 << 16);
                Output out = Output.open(output, streams)) {
            run(in, file, out.writer(), rejects);
            return rejects.count() > 0 ? ExitCode.DONE_WITH_REJECTS : ExitCode.DONE;
        }
    }

    private void run(InputStream in, String file, Writer out, RejectLog rejects)
            throws IOException {
        long start = System.nanoTime();
        Receiver receiver = new Receiver(out);
        try (OrderedWork<Pair, String> work =
                OrderedWork.start(pair -> compare(pair, file, rejects), receiver)) {
            try {
                PairReader.read(in, file, work::submit, rejects);
            } catch (OrderedWork.StoppedException e) {
                // The reason comes from finish().
            } catch (IOException e) {
                throw InputException.of(file, e);
            }
            work.finish();
        }
        out.flush();
        streams.err()
                .println(
                        String.format(
                                Locale.ROOT,
                                "compared %d; rejected %d; %.1f s",
                                receiver.compared,
                                rejects.count(),
                                (System.nanoTime() - start) / 1e9));
    }

    private String compare(Pair pair, String file, RejectLog rejects) {
        try {
            Comparison comparison = matcher.compare(pair.left(), pair.right());
            return Json.line(json -> {
                json.writeStringProperty("id", pair.id());
                json.writeNumberProperty("score", Numbers.score(comparison.score()));
                json.writeStringProperty("band", comparison.band().code());
                Json.writeEvidence(json, comparison.evidence());
            });
        } catch (RuntimeException | StackOverflowError e) {
            // The border of a thread: a fault met with one pair must not stop the others.
            rejects.accept(
                    new Reject(
                            file,
                            0,
                            "compare-failed",
                            "pair "
                                    + pair.id()
                                    + ": "
                                    + e.getClass().getSimpleName()
                                    + " while comparing; a fault of Manumit's, please report it"));
            return "";
        }
    }

    private static final class Receiver implements OrderedWork.Receiver<String> {
        private final Writer out;
        private long compared;

        Receiver(Writer out) {
            this.out = out;
        }

        @Override
        public void receive(String line) throws IOException {
            out.write(line);
            if (!line.isEmpty()) {
                compared++;
            }
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }
    }
}
