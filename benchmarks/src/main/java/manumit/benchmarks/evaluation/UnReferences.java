package manumit.benchmarks.evaluation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The two references of an entry on the UN list: the number that analysts' pairs use and the
/// published one.
final class UnReferences {

    private UnReferences() {}

    /// `DATAID` to `REFERENCE_NUMBER`.
    static Map<String, String> read(Path file) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        Map<String, String> references = new HashMap<>();
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            String dataId = "";
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT) {
                    if (xml.getLocalName().equals("DATAID")) {
                        dataId = xml.getElementText().strip();
                    } else if (xml.getLocalName().equals("REFERENCE_NUMBER")) {
                        references.put(dataId, xml.getElementText().strip());
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException("unreadable XML in " + file.getFileName(), e);
        }
        return references;
    }
}
