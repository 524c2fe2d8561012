package manumit.matching.names;

import manumit.matching.similarity.Part;

/// One part of a name.
///
/// @param part the letters, ready for comparison
/// @param role what it does in the name
/// @param weight how much it can say
/// @param rarityBits how rare the part is among people: −log2 of its public frequency
/// @param cut whether the field it was read from was full, so that the part may be a beginning only
/// @param tied whether it stands in one written word with the part before it, as in Chinese and
///   Korean names without a space
public record NamePart(
        Part part, Role role, Weight weight, double rarityBits, boolean cut, boolean tied) {

    /// Can its absence or difference be held against a match?
    public boolean isFull() {
        return weight == Weight.FULL;
    }

    /// As the source writes it.
    public String written() {
        return part.written();
    }
}
