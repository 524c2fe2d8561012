package manumit.lists;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/// What one reading gave.
///
/// @param formats the files in the order given, with the format recognised
/// @param identities records handed on
/// @param rejectsByCode rejects handed on, by {@link RejectCode#code()}
public record ReadCounts(
        SequencedMap<Path, ListFormat> formats,
        long identities,
        SortedMap<String, Long> rejectsByCode) {

    public ReadCounts {
        formats = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(formats));
        rejectsByCode = Collections.unmodifiableSortedMap(new TreeMap<>(rejectsByCode));
    }

    /// All rejects.
    public long rejects() {
        return rejectsByCode.values().stream().mapToLong(Long::longValue).sum();
    }
}
