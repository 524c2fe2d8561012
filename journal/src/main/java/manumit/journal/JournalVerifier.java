package manumit.journal;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Proves an export of the journal, or finds what was done to it. Needs neither the database nor
/// the program that wrote it; streams, in memory that does not grow with the export.
///
/// One fault does not hide the next: after an entry that does not fit, the chain is followed on
/// from the hash it claims.
public final class JournalVerifier {

    /// Keys taken from an export; more are not plausible.
    private static final int MOST_KEYS = 1_000;

    private final Set<VerifyingKey> trusted;

    /// By number. Two that contradict each other may have been kept: one of them is of another
    /// history.
    private final Map<Long, List<Checkpoint>> witnesses;

    private final Map<FaultKind, Fault> faults = new EnumMap<>(FaultKind.class);
    private final Map<ChainHash, VerifyingKey> offeredKeys = new HashMap<>();
    private final Set<VerifyingKey> usedKeys = new LinkedHashSet<>();
    private final Gaps gaps = new Gaps();
    private final CanonicalForm canonical = new CanonicalForm();

    private ExportLine.@Nullable Header header;
    private ExportLine.@Nullable End end;
    private @Nullable ChainHash previous;
    private long line;
    private long entries;
    private long last;
    private long checkpointLines;
    private long keyLines;
    private long goodCheckpoints;
    private long provenUpTo;
    private boolean startProven;
    private long highestCheckpoint;

    /// A checkpoint that came before its entry, and its line; 0 if none did. The entry may be
    /// missing, or the checkpoint moved so as not to be compared with it.
    private long earlyCheckpoint;

    private long earlyLine;

    private JournalVerifier(Set<VerifyingKey> trusted, List<Checkpoint> witnesses) {
        this.trusted = Set.copyOf(trusted);
        this.witnesses = witnesses.stream().collect(Collectors.groupingBy(Checkpoint::sequence));
    }

    /// Verifies with the keys that the export itself names: proves that it hangs together, and that
    /// the holder of those keys signed it. Compare their fingerprints with ones you have from
    /// elsewhere.
    public static Verification verify(InputStream export) throws IOException {
        return verify(export, Set.of(), List.of());
    }

    /// Verifies with keys known from elsewhere.
    ///
    /// @param trusted keys that may have signed; empty: those that the export names
    /// @param witnesses checkpoints kept from earlier, which the export must contain: so that its
    ///   end cannot be cut off before them
    public static Verification verify(
            InputStream export, Set<VerifyingKey> trusted, List<Checkpoint> witnesses)
            throws IOException {
        JournalVerifier verifier = new JournalVerifier(trusted, witnesses);
        ExportLines lines = new ExportLines(export);
        for (ExportLines.Read read = lines.next(); read != null; read = lines.next()) {
            verifier.line++;
            verifier.look(read.line());
        }
        return verifier.result();
    }

    /// A checkpoint from a line of an export, as kept by a witness.
    ///
    /// @throws IllegalArgumentException if it is none
    public static Checkpoint parseCheckpoint(String line) {
        if (ExportFormat.read(line) instanceof ExportLine.Signed(Checkpoint checkpoint)) {
            return checkpoint;
        }
        throw new IllegalArgumentException("line: is no checkpoint");
    }

    private void look(@Nullable ExportLine read) {
        boolean outOfPlace =
                end != null
                        || (header == null) != (read instanceof ExportLine.Header)
                        || (read instanceof ExportLine.Key && entries + checkpointLines > 0);
        if (read == null || outOfPlace) {
            fault(FaultKind.UNREADABLE, 0);
            return;
        }
        switch (read) {
            case ExportLine.Header found -> begin(found);
            case ExportLine.Key(VerifyingKey key) -> {
                keyLines++;
                if (offeredKeys.size() < MOST_KEYS) {
                    offeredKeys.put(key.fingerprint(), key);
                }
            }
            case ExportLine.Entry(JournalEntry entry) -> look(entry);
            case ExportLine.Signed(Checkpoint checkpoint) -> look(checkpoint);
            case ExportLine.End found -> end = found;
        }
    }

    private void begin(ExportLine.Header found) {
        header = found;
        previous = found.previous();
        last = found.first() - 1;
        provenUpTo = last;
        if (found.first() == 1) {
            startProven = true;
            if (!found.previous().equals(CanonicalForm.origin(found.id()))) {
                fault(FaultKind.CHANGED, 0);
            }
        }
    }

    private void look(JournalEntry entry) {
        entries++;
        long expected = last + 1;
        if (entry.sequence() < expected) {
            boolean late = gaps.remove(entry.sequence());
            fault(late ? FaultKind.REORDERED : FaultKind.INSERTED, entry.sequence());
            return;
        }
        if (entry.sequence() > expected) {
            // What stands between is missing, so this entry's own hash cannot be recomputed.
            gaps.add(expected, entry.sequence() - 1);
        } else if (previous != null
                && !canonical
                        .hash(previous, entry.sequence(), entry.at(), entry.act())
                        .equals(entry.hash())) {
            fault(FaultKind.CHANGED, entry.sequence());
        }
        previous = entry.hash();
        last = entry.sequence();
        for (Checkpoint witness : witnesses.getOrDefault(last, List.of())) {
            if (!witness.hash().equals(entry.hash())) {
                fault(FaultKind.REWRITTEN, last);
            }
        }
    }

    private void look(Checkpoint checkpoint) {
        checkpointLines++;
        highestCheckpoint = Math.max(highestCheckpoint, checkpoint.sequence());
        if (header == null || !isSigned(checkpoint, header.id())) {
            return;
        }
        goodCheckpoints++;
        if (checkpoint.sequence() < last) {
            fault(FaultKind.REORDERED, checkpoint.sequence());
        } else if (checkpoint.sequence() == last) {
            if (previous == null || !previous.equals(checkpoint.hash())) {
                fault(FaultKind.REWRITTEN, last);
            } else if (faults.isEmpty() && gaps.isEmpty()) {
                provenUpTo = last;
                startProven |= last == header.first() - 1;
            }
        } else if (earlyCheckpoint == 0) {
            earlyCheckpoint = checkpoint.sequence();
            earlyLine = line;
        }
    }

    private boolean isSigned(Checkpoint checkpoint, JournalId id) {
        VerifyingKey key = null;
        if (trusted.isEmpty()) {
            key = offeredKeys.get(checkpoint.keyFingerprint());
        } else {
            for (VerifyingKey one : trusted) {
                if (one.fingerprint().equals(checkpoint.keyFingerprint())) {
                    key = one;
                }
            }
        }
        if (key == null) {
            fault(FaultKind.FOREIGN_KEY, checkpoint.sequence());
            return false;
        }
        if (!checkpoint.isSignedBy(key, id)) {
            fault(FaultKind.BAD_SIGNATURE, checkpoint.sequence());
            return false;
        }
        usedKeys.add(key);
        return true;
    }

    private Verification result() {
        if (!gaps.isEmpty()) {
            Fault removed = new Fault(FaultKind.REMOVED, gaps.first(), line, gaps.count());
            faults.put(FaultKind.REMOVED, removed);
        }
        if (earlyCheckpoint > 0 && earlyCheckpoint <= last && gaps.isEmpty()) {
            faults.putIfAbsent(
                    FaultKind.REORDERED,
                    new Fault(FaultKind.REORDERED, earlyCheckpoint, earlyLine, 1));
        }
        long mostKnown = highestCheckpoint;
        for (long sequence : witnesses.keySet()) {
            mostKnown = Math.max(mostKnown, sequence);
        }
        ExportLine.End found = end;
        boolean asAnnounced =
                found != null
                        && found.last() == last
                        && found.entries() == entries
                        && found.checkpoints() == checkpointLines
                        && found.keys() == keyLines;
        if (header == null) {
            fault(FaultKind.TRUNCATED, 0);
        } else if (!asAnnounced || mostKnown > last) {
            fault(FaultKind.TRUNCATED, last + 1);
        }
        return new Verification(
                entries,
                header == null ? 0 : header.first(),
                last,
                goodCheckpoints,
                provenUpTo,
                startProven,
                usedKeys,
                !trusted.isEmpty(),
                List.copyOf(faults.values()));
    }

    private void fault(FaultKind kind, long sequence) {
        Fault before = faults.get(kind);
        faults.put(kind, before == null ? new Fault(kind, sequence, line, 1) : before.oneMore());
    }
}
