package manumit.travel.mrz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/// Fuzz targets, run over their seeds in every build and at length with `JAZZER_FUZZ=1`.
class MrzFuzzTest {

    /// No text throws; what was read can be written again or is refused with a code, and repairs
    /// are proven.
    @FuzzTest(maxDuration = "60s")
    void reading(byte[] bytes) {
        MrzReading reading =
                MrzReader.read(new String(bytes, StandardCharsets.UTF_8), MrzReaderTest.TODAY);
        switch (reading) {
            case MrzReading.Read read -> {
                MrzPropertyTest.requireProven(read);
                MrzWriter.write(read.document());
            }
            case MrzReading.Unreadable unreadable -> assertThat(unreadable.remedy()).isNotBlank();
        }
    }

    @FuzzTest(maxDuration = "60s")
    void writingNames(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int half = text.length() / 2;
        MrzDocument document =
                MrzDocument.passport(
                        "UTO",
                        MrzName.of(text.substring(0, half), text.substring(half)),
                        "L898902C3",
                        "UTO",
                        MrzDate.of(1974, 8, 12),
                        MrzSex.FEMALE,
                        MrzDate.of(2031, 4, 15));
        if (MrzWriter.write(document) instanceof MrzWriting.Written written) {
            MrzReading reading = MrzReader.read(written.text(), MrzReaderTest.TODAY);
            assertThat(reading).isInstanceOf(MrzReading.Read.class);
            assertThat(((MrzReading.Read) reading).isVerified()).isTrue();
        }
    }
}
