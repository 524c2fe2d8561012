package manumit.cli.lists;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import manumit.cli.output.ExitCode;
import manumit.cli.output.InputException;
import manumit.cli.output.Json;
import manumit.cli.output.RejectLog;
import manumit.cli.output.SafeText;
import manumit.cli.output.Streams;
import manumit.lists.ListReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `manumit list describe`.
@Command(
        name = "describe",
        description =
                "Counts what list files hold: kinds, names, scripts, birth dates (full, partial,"
                        + " none), nationalities, documents, and what could not be read.",
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
            "  ./manumit list describe UN_consolidated.xml",
            "      counts, readable",
            "  ./manumit list describe --rejects rejects.csv sdn.csv alt.csv add.csv",
            "      the three OFAC files as one list, with what could not be read",
            "  ./manumit list describe --format json list.csv",
            "      counts as one JSON line"
        })
final class DescribeCommand implements Callable<Integer> {

    /// Rows shown under one heading of the table.
    private static final int MOST_ROWS = 12;

    /// How the counts are written.
    enum Format {
        table,
        json
    }

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private Format format = Format.table;

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description = "CSV file for what could not be read: file, line, code, reason.")
    private @Nullable Path rejectsFile;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "List files.")
    private List<Path> files = List.of();

    private final Streams streams;

    DescribeCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        files.forEach(InputException::requireFile);
        ListProfile profile = new ListProfile();
        try (RejectLog rejects = RejectLog.open(rejectsFile, streams.err())) {
            try {
                ListReader.read(files, profile, rejects);
            } catch (IOException e) {
                throw InputException.of(files.getFirst().toString(), e);
            }
            profile.rejects(rejects.countByCode());
            streams.out()
                    .write(
                            switch (format) {
                                case json -> json(profile);
                                case table -> table(profile);
                            });
            streams.out().flush();
            return rejects.count() > 0 ? ExitCode.DONE_WITH_REJECTS : ExitCode.DONE;
        }
    }

    private static String json(ListProfile profile) {
        return Json.line(json -> {
            json.writeNumberProperty("records", profile.records());
            profile.sections()
                    .forEach((heading, counts) -> {
                        json.writeName(heading);
                        json.writeStartObject();
                        counts.forEach(json::writeNumberProperty);
                        json.writeEndObject();
                    });
        });
    }

    private static String table(ListProfile profile) {
        StringBuilder text = new StringBuilder();
        appendRow(text, "records", profile.records());
        for (Map.Entry<String, Map<String, Long>> section : profile.sections().entrySet()) {
            Map<String, Long> counts = section.getValue();
            text.append('\n')
                    .append(section.getKey().replace('_', ' '))
                    .append(counts.isEmpty() ? ": none\n" : "\n");
            counts.entrySet().stream()
                    .limit(MOST_ROWS)
                    .forEach(e -> appendRow(text, "  " + label(e.getKey()), e.getValue()));
            long rest = counts.values().stream().skip(MOST_ROWS).mapToLong(n -> n).sum();
            if (rest > 0) {
                appendRow(text, "  (" + (counts.size() - MOST_ROWS) + " more)", rest);
            }
        }
        return text.toString();
    }

    private static String label(String key) {
        return SafeText.of(key.replace('_', ' '));
    }

    private static void appendRow(StringBuilder text, String label, long count) {
        text.append(String.format(Locale.ROOT, "%-34s %,10d\n", label, count));
    }
}
