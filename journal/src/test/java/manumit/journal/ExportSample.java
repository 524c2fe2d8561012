package manumit.journal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/// An export made without a database, line by line, to be tampered with.
final class ExportSample {

    static final SigningKey KEY = SigningKey.generate();
    static final JournalId ID = JournalId.parse("5f0c1a7e-3b1d-4b57-9d4e-0c8c5d1f2a3b");

    private ExportSample() {}

    static List<JournalEntry> entries(Random random, int count) {
        List<Act> acts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            acts.add(Invented.act(random));
        }
        return chain(acts);
    }

    /// Numbers and hashes acts from 1, as the journal would.
    static List<JournalEntry> chain(List<Act> acts) {
        CanonicalForm canonical = new CanonicalForm();
        List<JournalEntry> entries = new ArrayList<>();
        ChainHash previous = CanonicalForm.origin(ID);
        for (Act act : acts) {
            long sequence = entries.size() + 1L;
            Instant at = Instant.ofEpochSecond(1_793_000_000 + sequence, 123_000 * sequence);
            previous = canonical.hash(previous, sequence, at, act);
            entries.add(new JournalEntry(sequence, at, act, previous));
        }
        return entries;
    }

    /// Lines with a checkpoint after every `every` entries and after the last.
    static List<String> lines(List<JournalEntry> entries, int every, SigningKey key) {
        List<String> lines = new ArrayList<>();
        lines.add(ExportFormat.write(new ExportLine.Header(ID, 1, CanonicalForm.origin(ID))));
        lines.add(ExportFormat.write(new ExportLine.Key(key.verifyingKey())));
        int checkpoints = 0;
        for (JournalEntry entry : entries) {
            lines.add(ExportFormat.write(new ExportLine.Entry(entry)));
            if (entry.sequence() % every == 0 || entry.sequence() == entries.size()) {
                lines.add(
                        ExportFormat.write(
                                Checkpoint.sign(
                                        key, ID, entry.sequence(), entry.hash(), entry.at())));
                checkpoints++;
            }
        }
        lines.add(
                ExportFormat.write(
                        new ExportLine.End(entries.size(), entries.size(), checkpoints, 1)));
        return lines;
    }

    static Verification verify(List<String> lines) {
        return verify(lines, Set.of(), List.of());
    }

    static Verification verify(
            List<String> lines, Set<VerifyingKey> trusted, List<Checkpoint> witnesses) {
        try {
            return JournalVerifier.verify(
                    new ByteArrayInputStream(
                            (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8)),
                    trusted,
                    witnesses);
        } catch (IOException e) {
            throw new AssertionError("no file is read", e);
        }
    }

    static UUID otherId() {
        return UUID.fromString("00000000-0000-4000-8000-000000000001");
    }
}
