package manumit.matching.index;

import java.util.List;
import manumit.matching.Identity;
import manumit.matching.similarity.PartLexicon;
import manumit.matching.similarity.PartSpellings;
import manumit.matching.v1.Rules;

/// An immutable set of records that can be searched, all in flat arrays; see {@link Search} for
/// how. Records are numbered in the order of their first birth date ({@link BirthOrder}).
///
/// @param records what comparing needs of each record
/// @param births the records by birth date
/// @param vocabulary the words of all names
/// @param words the words of each record's names, each once
/// @param wordRecords the records of each word
/// @param frequent the words numbered below {@link #frequentCount}, those that stand for themselves
/// @param all all words but initials
/// @param far the words of the far records: those without a full birth date at first place
/// @param joints neighbouring parts of names written as one, that the source does not write so
/// @param documents the records of each document key
/// @param sounds the words by how they sound
/// @param wordSpellings facts and spelling of each word
/// @param jointWeights least weight of the joints of each record's names, in steps, rounded down; 0
///   where it is not told
/// @param wordWeights greatest weight of the words of each record, in steps, rounded up
/// @param initials words that are initials
/// @param bySpelling all words but initials, by their first Latin spelling
/// @param wordKeys the words by their keys; empty for methods that ask for none
/// @param keys the records by list and entity
/// @param identities the records in full
@SuppressWarnings("ArrayRecordComponent") // flat tables, compared by nobody
record Segment(
        RecordTable records,
        BirthOrder births,
        Vocabulary vocabulary,
        Postings words,
        Postings wordRecords,
        int frequentCount,
        PartLexicon frequent,
        PartLexicon all,
        PartLexicon far,
        Joints joints,
        HashTable documents,
        HashTable sounds,
        PartSpellings wordSpellings,
        short[] jointWeights,
        short[] wordWeights,
        int[] initials,
        int[] bySpelling,
        WordKeys wordKeys,
        KeyTable keys,
        IdentityStore identities) {

    /// Words whose likeness with a query's part is looked up once for all records.
    static final int MOST_FREQUENT = 32_768;

    /// Parts of queries for which that is done.
    static final int MOST_MARKED = 8_192;

    /// Weights are kept in steps of this, so that they fit into 16 bits.
    static final int WEIGHT_STEP = 4;

    static Segment of(List<Identity> identities, Rules rules) {
        SegmentBuilder builder = new SegmentBuilder(rules);
        identities.forEach(builder::add);
        return builder.build(order -> IdentityStore.of(identities, order));
    }

    int count() {
        return records.count();
    }

    @Override
    public String toString() {
        return "Segment[" + count() + " records]";
    }
}
