package manumit.lists;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import manumit.matching.EntityKind;
import manumit.matching.Particulars;

/// Reads people (or vessels, organisations) to check, from CSV or NDJSON.
public final class TravellerReader {

    private static final String EXPECTED =
            "any of id, name, given_names, family_name, aliases, birth_date, sex, nationality,"
                    + " birth_place, document_number, document_type, document_country, mrz, kind; at"
                    + " least a name, document_number or mrz";

    private TravellerReader() {}

    /// Reads with the time of this machine, by which two-digit years of machine-readable zones are
    /// resolved.
    ///
    /// @see #read(InputStream, String, Clock, Consumer, Consumer)
    public static void read(
            InputStream in,
            String fileName,
            Consumer<Traveller> travellers,
            Consumer<Reject> rejects)
            throws IOException {
        read(in, fileName, Clock.systemUTC(), travellers, rejects);
    }

    /// Streams the travellers of a text. A value that cannot be read is rejected and the traveller
    /// handed on without it; a row without name and document is rejected whole. A traveller is a
    /// person unless `kind` says otherwise. What a machine-readable zone says is added to what the
    /// other columns say. The stream is read to its end and not closed.
    ///
    /// @param fileName for rejects and messages
    /// @param clock tells the day of the checks
    /// @throws IOException if the stream cannot be read, or its first row is no known header
    public static void read(
            InputStream in,
            String fileName,
            Clock clock,
            Consumer<Traveller> travellers,
            Consumer<Reject> rejects)
            throws IOException {
        Rejects sink = new Rejects(fileName, rejects);
        LocalDate today = LocalDate.now(clock);
        Table table =
                Table.open(Source.open(in, fileName), sink, TravellerReader::isHeader, EXPECTED);
        Table.Row row;
        while ((row = table.next()) != null) {
            Map<String, List<String>> fields = Table.fields(row, "");
            String id = String.join("", fields.getOrDefault("id", List.of()));
            if (id.isBlank()) {
                id = Long.toString(row.line());
            }
            Fields.Place place = new Fields.Place(id, "", row.line(), sink);
            Particulars columns =
                    Fields.particulars(
                            field -> fields.getOrDefault(field, List.of()),
                            EntityKind.PERSON,
                            false,
                            place);
            Particulars particulars =
                    MrzColumn.add(columns, fields.getOrDefault("mrz", List.of()), today, place);
            if (particulars.names().isEmpty() && particulars.documents().isEmpty()) {
                sink.add(
                        row.line(),
                        RejectCode.NAME_MISSING,
                        Records.shown(id)
                                + ": neither a name nor a document number nor a readable zone");
                continue;
            }
            travellers.accept(new Traveller(id, particulars, row.cells()));
        }
    }

    /// A zone alone is enough too, which no list has.
    private static boolean isHeader(List<String> columns) {
        return Fields.isHeader(columns)
                || columns.stream()
                        .anyMatch(column -> Fields.find(column).filter("mrz"::equals).isPresent());
    }
}
