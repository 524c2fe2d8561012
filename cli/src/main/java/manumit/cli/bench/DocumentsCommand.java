package manumit.cli.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import manumit.benchmarks.documents.DocumentBenchmark;
import manumit.benchmarks.documents.DocumentReport;
import manumit.benchmarks.documents.DocumentReport.Build;
import manumit.benchmarks.documents.DocumentReport.Measured;
import manumit.benchmarks.documents.Speed;
import manumit.cli.output.ExitCode;
import manumit.cli.output.InputException;
import manumit.cli.output.Json;
import manumit.cli.output.Streams;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;

/// `manumit bench documents`.
@Command(
        name = "documents",
        description = {
            "Builds the index of listed travel documents from invented ones and measures look-ups; in"
                    + " the same run, with a smaller sample, also a HashMap and Lucene.",
            "",
            "The competitors find a number only exactly as written, under one issuer and type. The"
                    + " index also sees confused characters and check digits. One question in ten"
                    + " thousand is about a listed document, then every other one."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {ExitCode.DONE_TEXT, ExitCode.INTERNAL_TEXT, ExitCode.USAGE_TEXT},
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./manumit bench documents --documents 1000000",
            "      a million documents; takes a minute",
            "  ./manumit bench documents --folder /var/tmp",
            "      a hundred million; takes minutes and 3 GB of disk",
            "  ./manumit bench documents --threads 8 --json",
            "      more threads, for a program to read"
        })
final class DocumentsCommand implements Callable<Integer> {

    private static final long MAX_DOCUMENTS = 1_000_000_000L;
    private static final int MAX_THREADS = 1_024;
    private static final double BYTES_PER_MB = 1e6;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--documents",
            paramLabel = "N",
            defaultValue = "100000000",
            description = "Documents listed; default ${DEFAULT-VALUE}.")
    private long documents;

    @Option(
            names = "--sample",
            paramLabel = "N",
            defaultValue = "2000000",
            description =
                    "Documents listed beside the competitors, at most all; default"
                            + " ${DEFAULT-VALUE}.")
    private long sample;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "2",
            description = "Threads that ask; default ${DEFAULT-VALUE}.")
    private int threads;

    @Option(
            names = "--lookups",
            paramLabel = "N",
            defaultValue = "5000000",
            description = "Questions of each thread in each measurement; default ${DEFAULT-VALUE}.")
    private long lookups;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Start of the invention; default ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description =
                    "For temporary files, 30 bytes a document; default the system's folder for"
                            + " them.")
    private @Nullable Path folder;

    @Option(names = "--json", description = "One JSON object instead of tables.")
    private boolean json;

    private final Streams streams;

    DocumentsCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        requireBetween("--documents", documents, MAX_DOCUMENTS);
        requireBetween("--sample", sample, MAX_DOCUMENTS);
        requireBetween("--threads", threads, MAX_THREADS);
        requireBetween("--lookups", lookups, MAX_DOCUMENTS);
        Path work = folder == null ? Path.of(System.getProperty("java.io.tmpdir", ".")) : folder;
        if (!Files.isDirectory(work)) {
            throw new InputException(work + ": no such folder; give one with --folder");
        }
        DocumentReport report =
                DocumentBenchmark.run(
                        new DocumentBenchmark.Options(
                                documents,
                                Math.min(sample, documents),
                                threads,
                                lookups,
                                seed,
                                work));
        streams.out().write(json ? json(report) : table(report));
        streams.out().flush();
        return ExitCode.DONE;
    }

    private void requireBetween(String option, long value, long most) {
        if (value < 1 || value > most) {
            throw new ParameterException(
                    spec.commandLine(),
                    option + ": from 1 to " + most + " expected, found " + value);
        }
    }

    private static String json(DocumentReport report) {
        return Json.line(out -> {
            Build build = report.build();
            out.writeNumberProperty("threads", report.threads());
            write(out, report.whole());
            out.writeNumberProperty("seconds_to_build", decimal(build.secondsToBuild(), 2));
            out.writeNumberProperty(
                    "heap_peak_mb", decimal(build.heapPeakBytes() / BYTES_PER_MB, 1));
            out.writeNumberProperty("seconds_to_open", decimal(build.secondsToOpen(), 4));
            out.writeNumberProperty(
                    "heap_open_mb", decimal(build.heapOpenBytes() / BYTES_PER_MB, 1));
            out.writeArrayPropertyStart("sample");
            for (Measured measured : report.sample()) {
                out.writeStartObject();
                out.writeStringProperty("name", measured.name());
                write(out, measured);
                out.writeEndObject();
            }
            out.writeEndArray();
        });
    }

    private static void write(JsonGenerator out, Measured measured) {
        out.writeNumberProperty("documents", measured.documents());
        out.writeNumberProperty("bytes_each", decimal(measured.bytesEach(), 2));
        out.writeArrayPropertyStart("speed");
        for (Speed speed : List.of(measured.rare(), measured.half())) {
            out.writeStartObject();
            out.writeNumberProperty("hit_share", decimal(speed.hitShare(), 4));
            out.writeNumberProperty("lookups_per_second", decimal(speed.lookupsPerSecond(), 0));
            out.writeNumberProperty("p50_us", decimal(speed.p50Micros(), 3));
            out.writeNumberProperty("p99_us", decimal(speed.p99Micros(), 3));
            out.writeNumberProperty("missed", speed.missed());
            out.writeNumberProperty("coincidences", speed.coincidences());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static BigDecimal decimal(double value, int decimals) {
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
    }

    private static String table(DocumentReport report) {
        Build build = report.build();
        Measured whole = report.whole();
        StringBuilder text = new StringBuilder();
        append(text, "documents", "%,d", whole.documents());
        append(text, "seconds to build", "%,.1f", build.secondsToBuild());
        append(text, "heap peak MB", "%,.0f", build.heapPeakBytes() / BYTES_PER_MB);
        append(text, "seconds to open", "%,.3f", build.secondsToOpen());
        append(text, "heap MB when open", "%,.1f", build.heapOpenBytes() / BYTES_PER_MB);
        append(text, "bytes each", "%,.2f", whole.bytesEach());
        append(text, "threads", "%d", report.threads());
        for (Speed speed : List.of(whole.rare(), whole.half())) {
            text.append(String.format(Locale.ROOT, "%n%s %% hits%n", percent(speed.hitShare())));
            append(text, "  lookups per second", "%,.0f", speed.lookupsPerSecond());
            append(text, "  p50 us", "%,.2f", speed.p50Micros());
            append(text, "  p99 us", "%,.2f", speed.p99Micros());
            append(text, "  missed", "%,d", speed.missed());
            append(text, "  coincidences", "%,d", speed.coincidences());
        }
        appendSample(text, report.sample());
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    /// The index beside its competitors, and their ratios.
    private static void appendSample(StringBuilder text, List<Measured> sample) {
        Measured own = sample.getFirst();
        text.append(
                String.format(
                        Locale.ROOT,
                        "%nSide by side, %,d documents%n%-10s %12s %26s %26s%n",
                        own.documents(),
                        "",
                        "bytes each",
                        "lookups/s, " + percent(own.rare().hitShare()) + " % hits",
                        "lookups/s, " + percent(own.half().hitShare()) + " % hits"));
        List<String> ratios = new ArrayList<>();
        for (Measured measured : sample) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%-10s %,12.2f %,26.0f %,26.0f%n",
                            measured.name(),
                            measured.bytesEach(),
                            measured.rare().lookupsPerSecond(),
                            measured.half().lookupsPerSecond()));
            if (!measured.equals(own)) {
                ratios.add(
                        String.format(
                                Locale.ROOT,
                                "%s to %s: %.2f of the bytes, %.2f and %.2f times the look-ups%n",
                                own.name(),
                                measured.name(),
                                own.bytesEach() / measured.bytesEach(),
                                own.rare().lookupsPerSecond() / measured.rare().lookupsPerSecond(),
                                own.half().lookupsPerSecond()
                                        / measured.half().lookupsPerSecond()));
            }
        }
        ratios.forEach(text::append);
    }

    private static String percent(double share) {
        return new BigDecimal(share * 100)
                .setScale(2, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static void append(StringBuilder text, String label, String format, Object value) {
        text.append(String.format(Locale.ROOT, "%-24s " + format + "%n", label, value));
    }
}
