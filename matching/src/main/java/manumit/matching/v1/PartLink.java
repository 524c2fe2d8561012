package manumit.matching.v1;

import manumit.matching.names.NamePart;

/// One or more neighbouring parts of the query's name standing for one or more of the record's.
///
/// @param query index of the first part in the query's name
/// @param queryCount how many of its parts, 1 to 3
/// @param record index of the first part in the record's name
/// @param recordCount how many of its parts, 1 to 3; one of the counts is 1
/// @param similarity 0 to 1
/// @param evidence rarity that the link brings, in bits before weighting
record PartLink(
        int query,
        int queryCount,
        int record,
        int recordCount,
        double similarity,
        double evidence) {

    /// Do both sides of the link stand for a name, not for a particle or an initial?
    ///
    /// @param first first part of the query's side
    /// @param other first part of the record's side
    boolean isFull(NamePart first, NamePart other) {
        return (first.isFull() || queryCount > 1) && (other.isFull() || recordCount > 1);
    }
}
