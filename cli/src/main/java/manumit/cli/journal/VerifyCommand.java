package manumit.cli.journal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import manumit.cli.output.ExitCode;
import manumit.cli.output.InputException;
import manumit.cli.output.Json;
import manumit.cli.output.Streams;
import manumit.journal.Checkpoint;
import manumit.journal.Fault;
import manumit.journal.JournalVerifier;
import manumit.journal.Verification;
import manumit.journal.VerifyingKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `manumit journal verify`.
@Command(
        name = "verify",
        description = {
            "Proves that an export of the journal holds every entry, unchanged and in order, or names"
                    + " the first fault of each kind.",
            "",
            "Without --key, the export is checked against the keys that it names itself: compare their"
                    + " fingerprints with what you were given when the journal began."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        parameterListHeading = "%nInput:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:No fault was found.",
            ExitCode.INTERNAL_TEXT,
            ExitCode.USAGE_TEXT,
            "3:Done, and faults were found."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./manumit journal verify journal.ndjson",
            "      does it hang together?",
            "  ./manumit journal verify --key journal.pub --checkpoints kept.ndjson journal.ndjson",
            "      is it what our own key signed, up to the checkpoints that we kept?",
            "  ./manumit journal verify --format json journal.ndjson",
            "      the result as one JSON line"
        })
final class VerifyCommand implements Callable<Integer> {

    private static final int BUFFER_BYTES = 1 << 16;

    /// How the result is written.
    enum Format {
        table,
        json
    }

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description =
                    "Public key that may have signed, as PEM or Base64, from a source other than the"
                            + " export; may be repeated.")
    private List<Path> keyFiles = List.of();

    @Option(
            names = "--checkpoints",
            paramLabel = "FILE",
            description =
                    "Checkpoints kept from earlier, lines of an export: they must all be met. Finds a"
                            + " cut end.")
    private @Nullable Path checkpointsFile;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private Format format = Format.table;

    @Parameters(arity = "1", paramLabel = "EXPORT", description = "Export of a journal (NDJSON).")
    private Path export = Path.of("");

    private final Streams streams;

    VerifyCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        InputException.requireFile(export);
        Set<VerifyingKey> keys = new LinkedHashSet<>();
        for (Path file : keyFiles) {
            keys.add(key(file));
        }
        List<Checkpoint> witnesses =
                checkpointsFile == null ? List.of() : checkpoints(checkpointsFile);
        Verification found;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(export), BUFFER_BYTES)) {
            found = JournalVerifier.verify(in, keys, witnesses);
        }
        streams.out()
                .write(
                        switch (format) {
                            case table -> table(found);
                            case json -> json(found);
                        });
        streams.out().flush();
        return found.isIntact() ? ExitCode.DONE : ExitCode.DONE_WITH_REJECTS;
    }

    private static VerifyingKey key(Path file) throws IOException {
        try {
            return VerifyingKey.parse(read(file));
        } catch (IllegalArgumentException e) {
            throw new InputException(file + ": is no public Ed25519 key as PEM or Base64");
        }
    }

    private static List<Checkpoint> checkpoints(Path file) throws IOException {
        List<Checkpoint> checkpoints = new ArrayList<>();
        for (String line : read(file).lines().toList()) {
            try {
                checkpoints.add(JournalVerifier.parseCheckpoint(line));
            } catch (IllegalArgumentException e) {
                throw new InputException(
                        file + ": line " + (checkpoints.size() + 1) + " is no checkpoint");
            }
        }
        return checkpoints;
    }

    private static String read(Path file) throws IOException {
        InputException.requireFile(file);
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw InputException.of(file.toString(), e);
        }
    }

    private static String json(Verification found) {
        return Json.line(json -> {
            json.writeBooleanProperty("intact", found.isIntact());
            json.writeNumberProperty("entries", found.entries());
            json.writeNumberProperty("first", found.first());
            json.writeNumberProperty("last", found.last());
            json.writeNumberProperty("checkpoints", found.checkpoints());
            json.writeBooleanProperty("start_proven", found.startProven());
            json.writeNumberProperty("proven_up_to", found.provenUpTo());
            json.writeBooleanProperty("keys_trusted", found.keysTrusted());
            json.writeArrayPropertyStart("keys");
            fingerprints(found).forEach(json::writeString);
            json.writeEndArray();
            json.writeArrayPropertyStart("faults");
            for (Fault fault : found.faults()) {
                json.writeStartObject();
                json.writeStringProperty("kind", fault.kind().code());
                json.writeNumberProperty("sequence", fault.sequence());
                json.writeNumberProperty("line", fault.line());
                json.writeNumberProperty("count", fault.count());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static String table(Verification found) {
        StringBuilder text = new StringBuilder();
        row(text, "entries", found.entries());
        row(text, "first", found.first());
        row(text, "last", found.last());
        row(text, "checkpoints", found.checkpoints());
        row(text, "proven up to", found.provenUpTo());
        if (!found.startProven()) {
            text.append("The beginning is not proven: no checkpoint stands before it.\n");
        }
        for (String fingerprint : fingerprints(found)) {
            text.append("signed by ").append(fingerprint).append('\n');
        }
        if (!found.keysTrusted() && !found.keys().isEmpty()) {
            text.append(
                    "The export names this key itself: compare it with the one you were given.\n");
        }
        for (Fault fault : found.faults()) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "FAULT %s: entry %d, line %d, %d in all: %s\n",
                            fault.kind().code(),
                            fault.sequence(),
                            fault.line(),
                            fault.count(),
                            fault.kind().meaning()));
        }
        return text.append(found.isIntact() ? "No fault was found.\n" : "").toString();
    }

    private static List<String> fingerprints(Verification found) {
        return found.keys().stream().map(key -> key.fingerprint().hex()).sorted().toList();
    }

    private static void row(StringBuilder text, String label, long number) {
        text.append(String.format(Locale.ROOT, "%-14s %,14d\n", label, number));
    }
}
