package manumit.lists;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import manumit.matching.EntityKind;
import manumit.matching.Particulars;

/// Reads people (or vessels, organisations) to check, from CSV or NDJSON.
public final class TravellerReader {

    private static final String EXPECTED =
            "any of id, name, given_names, family_name, aliases, birth_date, sex, nationality,"
                    + " birth_place, document_number, document_type, document_country, kind; at least"
                    + " a name or document_number";

    private TravellerReader() {}

    /// Streams the travellers of a text. A value that cannot be read is rejected and the traveller
    /// handed on without it; a row without name and document is rejected whole. A traveller is a
    /// person unless `kind` says otherwise. The stream is read to its end and not closed.
    ///
    /// @param fileName for rejects and messages
    /// @throws IOException if the stream cannot be read, or its first row is no known header
    public static void read(
            InputStream in,
            String fileName,
            Consumer<Traveller> travellers,
            Consumer<Reject> rejects)
            throws IOException {
        Rejects sink = new Rejects(fileName, rejects);
        Table table = Table.open(Source.open(in, fileName), sink, Fields::isHeader, EXPECTED);
        Table.Row row;
        while ((row = table.next()) != null) {
            Map<String, List<String>> fields = Table.fields(row, "");
            String id = String.join("", fields.getOrDefault("id", List.of()));
            if (id.isBlank()) {
                id = Long.toString(row.line());
            }
            Particulars particulars =
                    Fields.particulars(
                            field -> fields.getOrDefault(field, List.of()),
                            EntityKind.PERSON,
                            false,
                            new Fields.Place(id, "", row.line(), sink));
            if (particulars.names().isEmpty() && particulars.documents().isEmpty()) {
                sink.add(
                        row.line(),
                        RejectCode.NAME_MISSING,
                        Records.shown(id) + ": neither a name nor a document number");
                continue;
            }
            travellers.accept(new Traveller(id, particulars, row.cells()));
        }
    }
}
