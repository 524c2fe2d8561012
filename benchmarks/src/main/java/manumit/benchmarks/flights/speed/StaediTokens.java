package manumit.benchmarks.flights.speed;

import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/// Cuts an interchange into segments and elements with StAEDI, without schema.
final class StaediTokens {

    private static final EDIInputFactory FACTORY = factory();

    private StaediTokens() {}

    private static EDIInputFactory factory() {
        EDIInputFactory factory = EDIInputFactory.newFactory();
        factory.setProperty(EDIInputFactory.EDI_VALIDATE_CONTROL_STRUCTURE, false);
        return factory;
    }

    /// Does it come to the end of the interchange?
    static boolean isReadWhole(byte[] input) {
        try {
            return texts(input) > 0;
        } catch (EDIStreamException | IOException | RuntimeException e) {
            return false;
        }
    }

    /// @return bytes read
    static long tokenise(byte[] input) {
        try {
            Baselines.require(texts(input) > 0);
            return input.length;
        } catch (EDIStreamException | IOException e) {
            throw new IllegalStateException("was read before", e);
        }
    }

    /// Elements with text. Each text is taken, as whoever reads a message takes it.
    private static long texts(byte[] input) throws EDIStreamException, IOException {
        long texts = 0;
        try (EDIStreamReader reader =
                FACTORY.createEDIStreamReader(new ByteArrayInputStream(input))) {
            while (reader.hasNext()) {
                EDIStreamEvent event = reader.next();
                if (event == EDIStreamEvent.ELEMENT_DATA && !reader.getText().isEmpty()) {
                    texts++;
                }
            }
        }
        return texts;
    }
}
