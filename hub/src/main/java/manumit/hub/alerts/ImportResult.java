package manumit.hub.alerts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What an import did.
///
/// @param unchanged as they were before
/// @param rejects the first thousand; `rejectsByCode` counts all
record ImportResult(
        int added,
        int changed,
        int unchanged,
        int withdrawn,
        Map<String, Long> rejectsByCode,
        List<ImportReject> rejects) {

    /// Something that could not be taken as it was.
    ///
    /// @param line from 1; 0: the file has no lines
    /// @param field empty: the whole record
    /// @param remedy what is accepted; never personal data
    record ImportReject(long line, String code, String field, String remedy) {}

    /// Counts while the import runs.
    static final class Counting {

        private static final int MOST_REJECTS = 1_000;

        int added;
        int changed;
        int unchanged;
        int withdrawn;
        private final Map<String, Long> byCode = new TreeMap<>();
        private final List<ImportReject> rejects = new ArrayList<>();

        void reject(ImportReject reject) {
            byCode.merge(reject.code(), 1L, Long::sum);
            if (rejects.size() < MOST_REJECTS) {
                rejects.add(reject);
            }
        }

        ImportResult result() {
            return new ImportResult(
                    added, changed, unchanged, withdrawn, Map.copyOf(byCode), List.copyOf(rejects));
        }
    }
}
