package manumit.lists;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Fuzz targets, run over their seeds in every build and at length with `JAZZER_FUZZ=1`. A reader
/// ends with documented rejects or an IOException.
class ReaderFuzzTest {

    @FuzzTest(maxDuration = "60s")
    void lists(byte[] bytes) throws IOException {
        Path file = Files.createTempFile("manumit-fuzz", ".list");
        try {
            Files.write(file, bytes);
            HostileInputTest.requireDocumented(Reading.of(List.of(file)).rejects());
        } catch (IOException expected) {
            // No known format: a documented answer.
        } finally {
            Files.delete(file);
        }
    }

    @FuzzTest(maxDuration = "60s")
    void travellers(byte[] bytes) {
        HostileInputTest.readTravellers(bytes);
    }

    @FuzzTest(maxDuration = "60s")
    void pairs(byte[] bytes) {
        HostileInputTest.readPairs(bytes);
    }

    @FuzzTest(maxDuration = "60s")
    void wordings(byte[] bytes) {
        HostileInputTest.everyWording(new String(bytes, StandardCharsets.UTF_8));
    }
}
