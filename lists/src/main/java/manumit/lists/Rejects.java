package manumit.lists;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Hands on the rejects of one file and counts them.
final class Rejects {

    private final String file;
    private final Consumer<Reject> sink;
    private final Map<String, Long> counts;

    Rejects(String file, Consumer<Reject> sink, Map<String, Long> counts) {
        this.file = file;
        this.sink = sink;
        this.counts = counts;
    }

    /// For a single file that nobody counts.
    Rejects(String file, Consumer<Reject> sink) {
        this(file, sink, new TreeMap<>());
    }

    /// @param reason never personal data: it ends up in logs
    void add(long line, RejectCode code, String reason) {
        counts.merge(code.code(), 1L, Long::sum);
        sink.accept(new Reject(file, line, code.code(), reason));
    }

    /// Rejects of the files of one reading, counted together.
    interface Factory {
        Rejects of(java.nio.file.Path file);
    }

    String file() {
        return file;
    }
}
