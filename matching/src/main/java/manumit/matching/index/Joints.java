package manumit.matching.index;

import manumit.matching.similarity.Part;
import manumit.matching.similarity.PartFacts;
import manumit.matching.similarity.PartProbe;
import manumit.matching.similarity.PartSimilarity;
import manumit.matching.similarity.PartSpellings;

/// Neighbouring parts of the records' names read as one, where the source writes them apart: `Abd
/// al-Rahman` as `Abdalrahman`. Immutable and thread-safe.
///
/// @param ofRecord where the joints of each record begin in `facts` and `words`; one more than
///   records
/// @param facts letters and weight of each joint, see {@link PartFacts}
/// @param words number of each joint among the distinct ones; a joint with several spellings has
///   several numbers
/// @param writings of those whose spellings do not tell enough; empty for the others
/// @param spellings of the distinct joints
/// @param records the records of each distinct joint
/// @param sounds the distinct joints by how they sound
@SuppressWarnings("ArrayRecordComponent") // flat tables, compared by nobody
record Joints(
        int[] ofRecord,
        long[] facts,
        int[] words,
        Vocabulary writings,
        PartSpellings spellings,
        Postings records,
        HashTable sounds) {

    /// May the part stand for the joint?
    ///
    /// @param probe of the part, at the floor
    boolean isLike(int joint, Part part, PartProbe probe, double floor) {
        return spellings.mayResemble(joint, probe)
                && (spellings.isExact(joint, probe)
                        || !writings.isTold(joint)
                        || PartSimilarity.between(part, writings.part(joint), floor) >= floor);
    }

    @Override
    public String toString() {
        return "Joints[" + facts.length + "]";
    }
}
