package manumit.lists;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import manumit.matching.Identity;

/// Reads lists of any known format, recognised by content. Files may be compressed with gzip.
public final class ListReader {

    private ListReader() {}

    /// Streams the identities of the files. Files that belong together (the OFAC `sdn`, `alt` and
    /// `add` files) are read as one list, in whatever order they are given.
    ///
    /// Identities and rejects come one by one, on the calling thread. Memory does not grow with the
    /// files but for 64-bit hashes of references, the aliases of an OFAC `alt` file and the
    /// documents that stand on lines of their own in FollowTheMoney.
    ///
    /// @throws IOException if a file cannot be opened or read, or no known format fits it; all
    ///   files are recognised before the first is read
    public static ReadCounts read(
            List<Path> files, Consumer<Identity> identities, Consumer<Reject> rejects)
            throws IOException {
        SequencedMap<Path, ListFormat> formats = new LinkedHashMap<>();
        for (Path file : files) {
            formats.put(file, recognise(file));
        }
        requireRecordsOfOfac(formats);
        Map<String, Long> counts = new TreeMap<>();
        Records records = new Records(identities);
        Rejects.Factory factory =
                file -> new Rejects(file.getFileName().toString(), rejects, counts);
        boolean ofacRead = false;
        for (Map.Entry<Path, ListFormat> entry : formats.entrySet()) {
            Path file = entry.getKey();
            switch (entry.getValue()) {
                case OFAC_SDN, OFAC_ALT, OFAC_ADD -> {
                    if (!ofacRead) {
                        ofacRead = true;
                        new OfacReader(records)
                                .read(
                                        ofFormat(formats, ListFormat.OFAC_ALT),
                                        ofFormat(formats, ListFormat.OFAC_SDN),
                                        factory);
                    }
                }
                case FOLLOW_THE_MONEY ->
                        new FtmReader(records, factory.of(file), stem(file)).read(file);
                case US_CONSOLIDATED, UN_XML, EU_JOURNAL, OWN_CSV, OWN_NDJSON ->
                        readOne(file, entry.getValue(), records, factory.of(file));
            }
        }
        return new ReadCounts(formats, records.count(), new TreeMap<>(counts));
    }

    /// The format of a file.
    ///
    /// @throws IOException if it cannot be read, or no known format fits it
    public static ListFormat recognise(Path file) throws IOException {
        try (InputStream in = Source.open(file)) {
            String head = Source.head(in);
            return Recognition.of(head)
                    .orElseThrow(() ->
                            new IOException(
                                    file
                                            + ": no known list format. Known are OFAC"
                                            + " sdn/alt/add CSV, the US Consolidated"
                                            + " Screening List CSV, the UN Consolidated List"
                                            + " XML, EU Official Journal CSV, FollowTheMoney"
                                            + " NDJSON, and Manumit's own CSV and NDJSON"
                                            + " (docs/lists.md)"));
        }
    }

    private static void readOne(Path file, ListFormat format, Records records, Rejects rejects)
            throws IOException {
        try (InputStream in = Source.open(file)) {
            switch (format) {
                case US_CONSOLIDATED ->
                        UsConsolidatedReader.read(rows(in, rejects), records, rejects);
                case EU_JOURNAL -> EuReader.read(rows(in, rejects), records, rejects);
                case UN_XML -> new UnReader(records, rejects).read(in);
                case OWN_CSV, OWN_NDJSON -> OwnReader.read(in, stem(file), records, rejects);
                case OFAC_SDN, OFAC_ALT, OFAC_ADD, FOLLOW_THE_MONEY ->
                        throw new IllegalStateException(format + " has a way of its own");
            }
        }
    }

    private static CsvRows rows(InputStream in, Rejects rejects) {
        return new CsvRows(new Lines(in, rejects), ',', rejects);
    }

    private static void requireRecordsOfOfac(SequencedMap<Path, ListFormat> formats)
            throws IOException {
        boolean records = formats.containsValue(ListFormat.OFAC_SDN);
        for (Map.Entry<Path, ListFormat> entry : formats.entrySet()) {
            ListFormat format = entry.getValue();
            if (!records && (format == ListFormat.OFAC_ALT || format == ListFormat.OFAC_ADD)) {
                throw new IOException(
                        entry.getKey()
                                + ": belongs to the OFAC SDN list and says nothing alone. Give the"
                                + " sdn file too");
            }
        }
    }

    private static List<Path> ofFormat(SequencedMap<Path, ListFormat> formats, ListFormat format) {
        List<Path> files = new ArrayList<>();
        formats.forEach((file, f) -> {
            if (f == format) {
                files.add(file);
            }
        });
        return files;
    }

    /// The file's name without its extensions: the name of a list that does not name itself.
    private static String stem(Path file) {
        String name = file.getFileName().toString();
        int dot = name.indexOf('.', 1);
        return dot < 0 ? name : name.substring(0, dot);
    }
}
