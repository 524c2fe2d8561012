package manumit.matching.v1;

import java.util.ArrayList;
import java.util.List;
import manumit.matching.names.ParsedName;

/// Full parts left over on both sides, paired by likeness: they stand against each other. Parts
/// left over on one side only are omissions and stay out.
///
/// @param pairs the pairs, most alike first
record Contradictions(List<Pair> pairs) {

    /// @param query index of the query's part
    /// @param record index of the record's part
    /// @param degree 2 for nothing in common, 1 for nearly enough in common to be linked
    record Pair(int query, int record, double degree) {}

    static final Contradictions NONE = new Contradictions(List.of());

    private record Possible(int query, int record, double similarity) {

        /// The most alike first, then the nearest in place.
        int compareTo(Possible other) {
            int order = Double.compare(other.similarity, similarity);
            if (order == 0) {
                order =
                        Integer.compare(
                                Math.abs(query - record), Math.abs(other.query - other.record));
            }
            if (order == 0) {
                order = Integer.compare(query + record, other.query + other.record);
            }
            return order == 0 ? Integer.compare(query, other.query) : order;
        }
    }

    double sum() {
        double sum = 0;
        for (Pair pair : pairs) {
            sum += pair.degree();
        }
        return sum;
    }

    static Contradictions of(NameAlignment alignment) {
        ParsedName q = alignment.query();
        ParsedName r = alignment.record();
        List<Possible> possible = new ArrayList<>();
        for (int i = 0; i < q.parts().size(); i++) {
            if (alignment.isQueryLinked(i) || !q.parts().get(i).isFull()) {
                continue;
            }
            for (int j = 0; j < r.parts().size(); j++) {
                if (!alignment.isRecordLinked(j) && r.parts().get(j).isFull()) {
                    possible.add(new Possible(i, j, alignment.similarity(i, j)));
                }
            }
        }
        if (possible.isEmpty()) {
            return NONE;
        }
        possible.sort(Possible::compareTo);
        boolean[] queryTaken = new boolean[q.parts().size()];
        boolean[] recordTaken = new boolean[r.parts().size()];
        List<Pair> pairs = new ArrayList<>();
        for (Possible p : possible) {
            if (!queryTaken[p.query] && !recordTaken[p.record]) {
                queryTaken[p.query] = true;
                recordTaken[p.record] = true;
                double likeness = Math.min(1, p.similarity / alignment.rules().minPart);
                pairs.add(new Pair(p.query, p.record, 2 - likeness));
            }
        }
        return new Contradictions(List.copyOf(pairs));
    }
}
