package manumit.journal;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Fuzz targets, run over their seeds in every build and at length with `JAZZER_FUZZ=1`. A verifier
/// always comes to an answer, and never to "no fault" about entries that were not written.
class VerifierFuzzTest {

    private static final List<JournalEntry> TRUE_ENTRIES = ExportSample.entries(new Random(1), 12);
    private static final List<String> TRUE_LINES =
            ExportSample.lines(TRUE_ENTRIES, 4, ExportSample.KEY);

    @FuzzTest(maxDuration = "60s")
    void anyBytes(byte[] bytes) throws IOException {
        Verification found =
                JournalVerifier.verify(
                        new ByteArrayInputStream(bytes),
                        Set.of(ExportSample.KEY.verifyingKey()),
                        List.of());
        if (found.isIntact() && found.provenUpTo() > 0) {
            throw new AssertionError("proved what nobody signed");
        }
    }

    /// Two bytes choose a line, the rest replaces it.
    @FuzzTest(maxDuration = "60s")
    void aLineReplaced(byte[] bytes) throws IOException {
        if (bytes.length < 1) {
            return;
        }
        List<String> lines = new java.util.ArrayList<>(TRUE_LINES);
        String replaced =
                new String(bytes, 1, bytes.length - 1, java.nio.charset.StandardCharsets.UTF_8);
        int at = Math.floorMod(bytes[0], lines.size());
        String before = lines.set(at, replaced);
        boolean same = isSame(before, replaced);
        if (ExportSample.verify(lines).isIntact() && !same) {
            throw new AssertionError("took a changed line for the true one");
        }
    }

    private static boolean isSame(String before, String replaced) {
        try {
            return ExportFormat.read(before).equals(ExportFormat.read(replaced));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
