package manumit.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import manumit.testkit.Golden;
import manumit.testkit.Seed;
import manumit.testkit.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class CanonicalFormTest {

    private static final Instant AT = Instant.parse("2026-11-25T07:00:00.123456Z");

    private static final Act ACT =
            Act.of(new Actor("LV", "u-1", "m-1"), ActKind.SEARCH, "alert.search")
                    .withOutcome(Outcome.EMPTY)
                    .withPurpose("op-1", "border-check")
                    .withPost("Rīga")
                    .withRecord(new RecordReference("AR", "alert", "a-1"))
                    .withSubjects(List.of(new SubjectHash(-1, 2), new SubjectHash(1, 2)))
                    .withPayload("{\"found\": 0}")
                    .withIdempotencyKey("k-1");

    /// Never changes: journals in service hold hashes of these bytes.
    @Test
    void theBytesOfVersion1AreThoseOfTheGoldenFile() {
        CanonicalForm canonical = new CanonicalForm();
        String text =
                HexFormat.of().formatHex(canonical.bytes(7, AT, ACT))
                        + "\n"
                        + CanonicalForm.origin(ExportSample.ID)
                        + "\n"
                        + canonical.hash(CanonicalForm.origin(ExportSample.ID), 7, AT, ACT)
                        + "\n";

        Golden.assertMatches("canonical-1.txt", text);
    }

    @Test
    void aLineOfAnExportIsThatOfTheGoldenFile() {
        ChainHash hash =
                new CanonicalForm().hash(CanonicalForm.origin(ExportSample.ID), 7, AT, ACT);

        Golden.assertMatches(
                "entry.ndjson",
                ExportFormat.write(new ExportLine.Entry(new JournalEntry(7, AT, ACT, hash)))
                        + "\n");
    }

    @ParameterizedTest
    @Seeds(200)
    void everyLineIsReadAsItWasWritten(Seed seed) {
        for (JournalEntry entry : ExportSample.entries(seed.random(), 5)) {
            ExportLine line = new ExportLine.Entry(entry);
            assertThat(ExportFormat.read(ExportFormat.write(line))).isEqualTo(line);
        }
    }

    @Test
    void movingACharacterFromOneFieldToTheNextChangesTheHash() {
        CanonicalForm canonical = new CanonicalForm();
        ChainHash origin = CanonicalForm.origin(ExportSample.ID);

        assertThat(canonical.hash(origin, 1, AT, ACT.withPurpose("ab", "c")))
                .isNotEqualTo(canonical.hash(origin, 1, AT, ACT.withPurpose("a", "bc")));
    }

    @ParameterizedTest
    @Seeds(100)
    void differentActsHaveDifferentHashes(Seed seed) {
        Random random = seed.random();
        Act one = Invented.act(random);
        Act other = Invented.act(random);
        CanonicalForm canonical = new CanonicalForm();
        ChainHash origin = CanonicalForm.origin(ExportSample.ID);

        assertThat(canonical.hash(origin, 1, AT, one).equals(canonical.hash(origin, 1, AT, other)))
                .isEqualTo(one.equals(other));
    }
}
