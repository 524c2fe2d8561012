package manumit.matching.v1;

import manumit.matching.similarity.Part;

/// Where a comparison gets the similarity of two parts from: {@link
/// manumit.matching.similarity.PartSimilarity} itself, or something that remembers what it said.
@FunctionalInterface
public interface Similarities {

    /// Similarity in [0, 1], exact where it is at least the floor; any value below the floor where
    /// the exact one is below it.
    ///
    /// @param query a part of the query's name, or neighbouring ones read as one
    /// @param record a part of the record's name, or neighbouring ones read as one
    /// @param floor in [0, 1]; 0 asks for the exact value
    double between(Part query, Part record, double floor);

    /// May a part stand for neighbours of the other name read as one? Where a search knows that
    /// none does, they need not be made and compared.
    default boolean mayJoin() {
        return true;
    }
}
