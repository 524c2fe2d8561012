package manumit.matching.index;

import manumit.matching.similarity.PartFacts;
import manumit.matching.similarity.PartLexicon;

/// Neighbouring parts of the records' names read as one, where the source writes them apart: `Abd
/// al-Rahman` as `Abdalrahman`. Immutable and thread-safe.
///
/// @param ofRecord where the facts of each record's joints begin in `facts`; one more than records
/// @param facts letters and weight of each joint, see {@link PartFacts}
/// @param vocabulary the distinct joints
/// @param lexicon all of them
/// @param far those of the far records
/// @param records the records of each joint
@SuppressWarnings("ArrayRecordComponent") // flat tables, compared by nobody
record Joints(
        int[] ofRecord,
        long[] facts,
        Vocabulary vocabulary,
        PartLexicon lexicon,
        PartLexicon far,
        Postings records) {

    @Override
    public String toString() {
        return "Joints[" + facts.length + "]";
    }
}
