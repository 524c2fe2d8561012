package manumit.matching.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import manumit.matching.Identity;
import manumit.matching.documents.DocumentKeys;
import manumit.matching.names.NamePart;
import manumit.matching.names.ParsedName;
import manumit.matching.v1.MethodV1;
import manumit.matching.v1.Prepared;

/// An immutable set of records that can be searched.
///
/// A record is found if one of its names has a full part similar to a full part of the query's (or
/// to neighbours written as one), or if they share a document key. All others weigh less than every
/// band: see `NameEvidence`, and the test against exhaustive comparison.
final class Snapshot {

    /// A record with its names taken apart.
    record Entry(Identity identity, Prepared prepared) {
        static Entry of(Identity identity) {
            return new Entry(identity, Prepared.of(identity.particulars()));
        }

        RecordKey key() {
            return new RecordKey(identity.list(), identity.entity());
        }
    }

    static final Snapshot EMPTY = of(List.of());

    private final List<Entry> entries;
    private final Set<RecordKey> keys;
    private final Dictionary parts;
    private final Dictionary joints;
    private final Map<String, List<Integer>> documents;

    /// Records whose names were cut by a full field: few, and always looked at.
    private final List<Integer> cut;

    private Snapshot(
            List<Entry> entries,
            Dictionary parts,
            Dictionary joints,
            Map<String, List<Integer>> documents,
            List<Integer> cut) {
        this.entries = entries;
        this.keys = entries.stream().map(Entry::key).collect(Collectors.toUnmodifiableSet());
        this.parts = parts;
        this.joints = joints;
        this.documents = documents;
        this.cut = cut;
    }

    static Snapshot of(Collection<Entry> source) {
        List<Entry> entries = List.copyOf(source);
        Dictionary.Builder parts = new Dictionary.Builder();
        Dictionary.Builder joints = new Dictionary.Builder();
        Map<String, List<Integer>> documents = new HashMap<>();
        List<Integer> cut = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Prepared prepared = entries.get(i).prepared();
            boolean isCut = false;
            for (ParsedName name : prepared.allNames()) {
                for (NamePart part : name.parts()) {
                    if (part.isFull()) {
                        parts.add(part.part(), i);
                        isCut |= part.cut();
                    }
                }
                for (ParsedName.Joint joint : name.joints()) {
                    (joint.tied() ? parts : joints).add(joint.part(), i);
                }
            }
            if (isCut) {
                cut.add(i);
            }
            for (String key : DocumentKeys.of(prepared.particulars().documents())) {
                documents.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
            }
        }
        return new Snapshot(
                entries,
                parts.build(MethodV1.MIN_PART_SIMILARITY),
                joints.build(MethodV1.MIN_JOINT_SIMILARITY),
                documents,
                cut);
    }

    boolean contains(RecordKey key) {
        return keys.contains(key);
    }

    int size() {
        return entries.size();
    }

    List<Entry> entries() {
        return entries;
    }

    /// Hands over each record that may be a candidate for the query, once, in the order of the
    /// snapshot.
    void forEachReachable(Prepared query, Consumer<Entry> action) {
        Marks marks = new Marks(entries.size());
        for (ParsedName name : query.allNames()) {
            for (NamePart part : name.parts()) {
                if (!part.isFull()) {
                    continue;
                }
                parts.mark(part.part(), marks);
                joints.mark(part.part(), marks);
                if (part.cut()) {
                    parts.markBeginning(part.part().spellings().getFirst(), marks);
                }
            }
            for (ParsedName.Joint joint : name.joints()) {
                parts.mark(joint.part(), marks);
            }
        }
        if (!query.allNames().isEmpty()) {
            cut.forEach(marks::mark);
        }
        for (String key : DocumentKeys.of(query.particulars().documents())) {
            documents.getOrDefault(key, List.of()).forEach(marks::mark);
        }
        marks.forEach(i -> action.accept(entries.get(i)));
    }
}
