package manumit.cli.evaluate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.Callable;
import manumit.benchmarks.evaluation.Evaluation;
import manumit.benchmarks.evaluation.Options;
import manumit.benchmarks.evaluation.Section;
import manumit.cli.output.ExitCode;
import manumit.cli.output.InputException;
import manumit.cli.output.Streams;
import manumit.matching.ListScale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `manumit evaluate`.
@Command(
        name = "evaluate",
        description = {
            "Measures the matcher on labelled data, beside baselines: precision, recall, F1, recall"
                    + " at fixed false-positive rates, by script. docs/matching.md explains the"
                    + " tables.",
            "",
            "The data are not part of Manumit. What is missing is reported as skipped."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {ExitCode.DONE_TEXT, ExitCode.INTERNAL_TEXT, ExitCode.USAGE_TEXT},
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./manumit evaluate",
            "      everything; takes minutes",
            "  ./manumit evaluate --only scripts",
            "      one section",
            "  ./manumit evaluate --json --seed 7 > report.ndjson",
            "      another draw of samples, for a program to read"
        })
public final class EvaluateCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Folder with `names` and `lists`; default ../shared/data beside the"
                            + " repository.")
    private @Nullable Path data;

    @Option(
            names = "--only",
            paramLabel = "SECTION",
            split = ",",
            completionCandidates = SectionNames.class,
            description = "Sections to measure, separated by commas: ${COMPLETION-CANDIDATES}.")
    private @Nullable Set<String> only;

    @Option(
            names = "--sample",
            paramLabel = "N",
            description = "Unrelated people the list is asked about; default ${DEFAULT-VALUE}.",
            defaultValue = "" + Options.DEFAULT_SAMPLE)
    private int sample = Options.DEFAULT_SAMPLE;

    @Option(
            names = "--scale",
            paramLabel = "SCALE",
            defaultValue = "SHORT",
            description =
                    "SHORT evaluates method manumit-1, LONG manumit-2, the method for long lists;"
                            + " default ${DEFAULT-VALUE}.")
    private ListScale scale = ListScale.SHORT;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "Start of all draws; the same seed gives the same report; default"
                            + " ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(names = "--json", description = "One JSON object per table instead of tables.")
    private boolean json;

    @Option(
            names = "--dump",
            paramLabel = "FILE",
            description =
                    "File for one JSON line per development pair. Holds names from public"
                            + " lists.")
    private @Nullable Path dump;

    private final Streams streams;

    public EvaluateCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = data == null ? defaultData() : data;
        if (!Files.isDirectory(folder)) {
            throw new InputException(
                    folder + ": no such folder; give the folder of labelled data with --data");
        }
        PrintStream out =
                new PrintStream(new ToWriter(streams.out()), true, StandardCharsets.UTF_8);
        int code = Evaluation.run(folder, out, options());
        out.flush();
        return code;
    }

    private Options options() {
        if (sample < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--sample: at least 1 expected, found " + sample);
        }
        Options options =
                Options.defaults()
                        .withScale(scale)
                        .withSample(sample)
                        .withSeed(seed)
                        .withJson(json)
                        .withDump(dump);
        if (only == null) {
            return options;
        }
        try {
            return options.withSections(Evaluation.sections(String.join(",", only)));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private static Path defaultData() {
        return Path.of(System.getProperty("repository.root", "."))
                .resolve("../shared/data")
                .normalize();
    }

    /// For help and completion.
    static final class SectionNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Section.values()).map(Section::code).iterator();
        }
    }

    /// Bytes of UTF-8 to characters; passes on at every flush, that is after whole lines.
    private static final class ToWriter extends OutputStream {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final Writer out;

        ToWriter(Writer out) {
            this.out = out;
        }

        @Override
        public void write(int b) {
            bytes.write(b);
        }

        @Override
        public void write(byte[] b, int offset, int length) {
            bytes.write(b, offset, length);
        }

        @Override
        public void flush() throws IOException {
            out.write(bytes.toString(StandardCharsets.UTF_8));
            bytes.reset();
            out.flush();
        }
    }
}
