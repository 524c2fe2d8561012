package manumit.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import manumit.testkit.Seed;
import manumit.testkit.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class JournalVerifierTest {

    private static final int ENTRIES = 40;
    private static final int EVERY = 7;

    /// Line of entry n in {@link ExportSample#lines}: header and key, entries, checkpoints between.
    private static int lineOf(long sequence) {
        return (int) (1 + sequence + (sequence - 1) / EVERY);
    }

    private static List<String> sample(Random random) {
        return ExportSample.lines(ExportSample.entries(random, ENTRIES), EVERY, ExportSample.KEY);
    }

    @ParameterizedTest
    @Seeds(20)
    void everyUntouchedExportOfAnyLengthVerifies(Seed seed) {
        Random random = seed.random();
        List<JournalEntry> entries = ExportSample.entries(random, ENTRIES);
        for (int length = 0; length <= ENTRIES; length++) {
            Verification found =
                    ExportSample.verify(
                            ExportSample.lines(
                                    entries.subList(0, length), EVERY, ExportSample.KEY));

            assertThat(found.faults()).isEmpty();
            assertThat(found.entries()).isEqualTo(length);
            assertThat(found.provenUpTo()).isEqualTo(length);
            assertThat(found.startProven()).isTrue();
        }
    }

    @ParameterizedTest
    @Seeds(100)
    void anyChangedCharacterIsFound(Seed seed) {
        Random random = seed.random();
        List<String> lines = sample(random);
        int at = random.nextInt(lines.size());
        StringBuilder line = new StringBuilder(lines.get(at));
        int position = random.nextInt(line.length());
        char other = (char) ('!' + random.nextInt('~' - '!'));
        if (line.charAt(position) == other) {
            other++;
        }
        line.setCharAt(position, other);
        lines.set(at, line.toString());

        assertThat(ExportSample.verify(lines).isIntact()).isFalse();
    }

    @ParameterizedTest
    @Seeds(50)
    void aChangedEntryIsNamed(Seed seed) {
        Random random = seed.random();
        List<String> lines = sample(random);
        long sequence = 1L + random.nextInt(ENTRIES);
        int at = lineOf(sequence);
        lines.set(at, lines.get(at).replace("border-check", "border-chess"));

        Verification found = ExportSample.verify(lines);

        assertThat(found.find(FaultKind.CHANGED).orElseThrow().sequence()).isEqualTo(sequence);
        assertThat(found.faults()).hasSize(1);
        assertThat(found.faults().getFirst().count()).isEqualTo(1);
        assertThat(found.provenUpTo()).isEqualTo((sequence - 1) / EVERY * EVERY);
    }

    @ParameterizedTest
    @Seeds(50)
    void aRemovedEntryIsNamed(Seed seed) {
        Random random = seed.random();
        List<String> lines = sample(random);
        long sequence = 1L + random.nextInt(ENTRIES - 1);
        lines.remove(lineOf(sequence));

        Verification found = ExportSample.verify(lines);

        Fault removed = found.find(FaultKind.REMOVED).orElseThrow();
        assertThat(removed.sequence()).isEqualTo(sequence);
        assertThat(removed.count()).isEqualTo(1);
    }

    @ParameterizedTest
    @Seeds(50)
    void anInsertedEntryIsNamed(Seed seed) {
        Random random = seed.random();
        List<String> lines = sample(random);
        List<JournalEntry> forged = ExportSample.entries(new Random(99), ENTRIES);
        int sequence = 1 + random.nextInt(ENTRIES - 1);
        lines.add(
                lineOf(sequence) + 1,
                ExportFormat.write(new ExportLine.Entry(forged.get(sequence - 1))));

        Verification found = ExportSample.verify(lines);

        assertThat(found.find(FaultKind.INSERTED).orElseThrow().sequence()).isEqualTo(sequence);
    }

    @ParameterizedTest
    @Seeds(50)
    void anEntryOutOfOrderIsNamed(Seed seed) {
        Random random = seed.random();
        List<String> lines = sample(random);
        int sequence = 1 + random.nextInt(ENTRIES - 1);
        Collections.swap(lines, lineOf(sequence), lineOf(sequence + 1));

        Verification found = ExportSample.verify(lines);

        assertThat(found.find(FaultKind.REORDERED).orElseThrow().sequence()).isEqualTo(sequence);
        assertThat(found.find(FaultKind.REMOVED)).isEmpty();
    }

    @ParameterizedTest
    @Seeds(50)
    void aCutEndIsFound(Seed seed) {
        Random random = seed.random();
        List<String> lines = sample(random);
        int kept = 1 + random.nextInt(lines.size() - 1);

        Verification found = ExportSample.verify(lines.subList(0, kept));

        assertThat(found.find(FaultKind.TRUNCATED)).isPresent();
    }

    @Test
    void aSkilfullyCutEndIsFoundOnlyByAWitness() {
        List<JournalEntry> entries = ExportSample.entries(new Random(1), ENTRIES);
        List<String> cut = ExportSample.lines(entries.subList(0, 14), EVERY, ExportSample.KEY);
        JournalEntry last = entries.get(20);
        Checkpoint witness =
                Checkpoint.sign(
                        ExportSample.KEY, ExportSample.ID, last.sequence(), last.hash(), last.at());

        assertThat(ExportSample.verify(cut).isIntact()).isTrue();
        assertThat(ExportSample.verify(cut, Set.of(), List.of(witness)).find(FaultKind.TRUNCATED))
                .isPresent();
    }

    @Test
    void aRewrittenChainDoesNotFitItsCheckpoints() {
        List<JournalEntry> entries = ExportSample.entries(new Random(1), ENTRIES);
        List<Act> acts = new ArrayList<>(entries.stream().map(JournalEntry::act).toList());
        acts.set(9, acts.get(9).withOutcome(Outcome.FAILED).withPost("elsewhere"));
        List<String> original = ExportSample.lines(entries, EVERY, ExportSample.KEY);
        List<JournalEntry> rewritten = ExportSample.chain(acts);
        List<String> lines = new ArrayList<>(original);
        for (JournalEntry entry : rewritten) {
            lines.set(lineOf(entry.sequence()), ExportFormat.write(new ExportLine.Entry(entry)));
        }

        Verification found = ExportSample.verify(lines);

        assertThat(found.find(FaultKind.REWRITTEN).orElseThrow().sequence()).isEqualTo(14);
        assertThat(found.find(FaultKind.CHANGED)).isEmpty();
        assertThat(found.provenUpTo()).isEqualTo(7);
    }

    @Test
    void aRewrittenAndSignedAnewJournalIsFoundByTheKeyKnownFromElsewhere() {
        SigningKey foreign = SigningKey.generate();
        List<String> lines =
                ExportSample.lines(ExportSample.entries(new Random(1), ENTRIES), EVERY, foreign);

        assertThat(ExportSample.verify(lines).keysTrusted()).isFalse();
        Verification found =
                ExportSample.verify(lines, Set.of(ExportSample.KEY.verifyingKey()), List.of());

        assertThat(found.find(FaultKind.FOREIGN_KEY).orElseThrow().sequence()).isEqualTo(7);
        assertThat(found.provenUpTo()).isZero();
    }

    @Test
    void aSignatureOfAnotherStatementIsNone() {
        List<JournalEntry> entries = ExportSample.entries(new Random(1), ENTRIES);
        List<String> lines = ExportSample.lines(entries, EVERY, ExportSample.KEY);
        Checkpoint first = JournalVerifier.parseCheckpoint(lines.get(lineOf(7) + 1));
        Checkpoint forged =
                new Checkpoint(
                        7,
                        first.hash(),
                        first.at().plusSeconds(1),
                        first.keyFingerprint(),
                        first.signature());
        lines.set(lineOf(7) + 1, ExportFormat.write(forged));

        assertThat(
                        ExportSample.verify(lines)
                                .find(FaultKind.BAD_SIGNATURE)
                                .orElseThrow()
                                .sequence())
                .isEqualTo(7);
    }

    /// Was taken for intact: a checkpoint ahead of its entry was never compared with it.
    @Test
    void aCheckpointPutBeforeItsEntryDoesNotEscapeComparison() {
        List<String> lines = sample(new Random(1));
        lines.add(lineOf(10), lines.remove(lineOf(21) + 1));

        assertThat(ExportSample.verify(lines).find(FaultKind.REORDERED).orElseThrow().sequence())
                .isEqualTo(21);
    }

    /// The later one took the place of the earlier, so a history written anew passed for the first.
    @Test
    void aWitnessIsNotSilencedByALaterOneOfTheSameNumber() {
        List<String> lines = sample(new Random(1));
        Checkpoint kept = JournalVerifier.parseCheckpoint(lines.get(lineOf(7) + 1));
        List<String> rewritten = sample(new Random(2));
        Checkpoint forged = JournalVerifier.parseCheckpoint(rewritten.get(lineOf(7) + 1));

        for (List<Checkpoint> witnesses :
                List.of(List.of(kept, forged), List.of(forged, kept), List.of(kept))) {
            assertThat(
                            ExportSample.verify(rewritten, Set.of(), witnesses)
                                    .find(FaultKind.REWRITTEN))
                    .isPresent();
        }
    }

    @Test
    void entriesOfAnotherJournalDoNotPass() {
        List<String> lines = sample(new Random(1));
        JournalId other = new JournalId(ExportSample.otherId());
        lines.set(
                0,
                ExportFormat.write(new ExportLine.Header(other, 1, CanonicalForm.origin(other))));

        Verification found = ExportSample.verify(lines);

        assertThat(found.find(FaultKind.CHANGED).orElseThrow().sequence()).isEqualTo(1);
        assertThat(found.find(FaultKind.BAD_SIGNATURE)).isPresent();
    }

    @ParameterizedTest
    @Seeds(200)
    void anyRemovedDuplicatedOrMovedLineIsFound(Seed seed) {
        Random random = seed.random();
        List<String> lines = sample(random);
        int at = random.nextInt(lines.size());
        int to = random.nextInt(lines.size());
        String moved = lines.get(at);
        String change =
                switch (random.nextInt(3)) {
                    case 0 -> {
                        lines.remove(at);
                        yield "line " + at + " removed";
                    }
                    case 1 -> {
                        lines.add(to, moved);
                        yield "line " + at + " also at " + to;
                    }
                    default -> {
                        lines.remove(at);
                        // Never where it was.
                        to = to == at ? (at + 1) % lines.size() : to;
                        lines.add(to, moved);
                        yield "line " + at + " moved to " + to;
                    }
                };

        Verification found = ExportSample.verify(lines);

        assertThat(found.isIntact()).as(change).isFalse();
    }

    @Test
    void anEmptyFileAndALineWithoutEndAreFaults() {
        assertThat(ExportSample.verify(List.of()).isIntact()).isFalse();
        List<String> lines = sample(new Random(1));
        lines.set(5, "{\"sequence\":4,\"payload\":\"" + "x".repeat(JsonText.MOST_LINE_CHARS));

        assertThat(ExportSample.verify(lines).find(FaultKind.UNREADABLE).orElseThrow().line())
                .isEqualTo(6);
    }
}
