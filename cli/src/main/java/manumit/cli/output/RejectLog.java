package manumit.cli.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import manumit.lists.Reject;
import org.jspecify.annotations.Nullable;

/// Counts what was rejected and keeps it: in a CSV file (`file,line,code,reason`) if one is named,
/// otherwise the first few are shown. Thread-safe.
public final class RejectLog implements Consumer<Reject>, AutoCloseable {

    private static final int SHOWN = 5;

    private final PrintWriter err;
    private final @Nullable CsvWriter csv;
    private final Map<String, Integer> countByCode = new TreeMap<>();
    private int count;

    private RejectLog(PrintWriter err, @Nullable CsvWriter csv) {
        this.err = err;
        this.csv = csv;
    }

    /// @param file rejects file, or null to show the first few only
    /// @throws InputException if the file cannot be written
    public static RejectLog open(@Nullable Path file, PrintWriter err) {
        if (file == null) {
            return new RejectLog(err, null);
        }
        CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(Output.create(file));
        csv.writeRecord("file", "line", "code", "reason");
        return new RejectLog(err, csv);
    }

    @Override
    public synchronized void accept(Reject reject) {
        count++;
        countByCode.merge(reject.code(), 1, Integer::sum);
        if (csv != null) {
            csv.writeRecord(
                    reject.file(), Long.toString(reject.line()), reject.code(), reject.reason());
        } else if (count <= SHOWN) {
            err.println("rejected: " + place(reject) + ": " + SafeText.of(reject.reason()));
        } else if (count == SHOWN + 1) {
            err.println("rejected: more follow; --rejects FILE keeps them all");
        }
    }

    private static String place(Reject reject) {
        return reject.line() > 0 ? reject.file() + ":" + reject.line() : reject.file();
    }

    public synchronized int count() {
        return count;
    }

    /// Number of rejects by code, in the order of the codes.
    public synchronized Map<String, Integer> countByCode() {
        return new TreeMap<>(countByCode);
    }

    @Override
    public synchronized void close() throws IOException {
        if (csv != null) {
            csv.close();
        }
    }
}
