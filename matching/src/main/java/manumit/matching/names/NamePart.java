package manumit.matching.names;

import manumit.matching.similarity.Part;
import manumit.matching.similarity.Rarity;

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

    /// What a part without a weight of its own adds to the rarity of a name, in bits.
    static final double LIGHT_RARITY_BITS = 1;

    /// A part kept without its rarity, which follows from its letters.
    ///
    /// @param common whether it counts no more than a light part, whatever its weight: a word of a
    ///   company's name that consists of such words only
    public static NamePart restored(
            Part part, Role role, Weight weight, boolean cut, boolean tied, boolean common) {
        double rarity = weight == Weight.FULL && !common ? Rarity.bits(part) : LIGHT_RARITY_BITS;
        return new NamePart(part, role, weight, rarity, cut, tied);
    }

    /// Does it count no more than a light part?
    public boolean isCommon() {
        return rarityBits == LIGHT_RARITY_BITS;
    }

    /// Can its absence or difference be held against a match?
    public boolean isFull() {
        return weight == Weight.FULL;
    }

    /// As the source writes it.
    public String written() {
        return part.written();
    }
}
