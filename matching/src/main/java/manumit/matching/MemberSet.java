package manumit.matching;

/// A set of up to 256 members, as the visibility mask of a record or the single member that asks.
/// Bit `i` stands for the member numbered `i`.
///
/// @param bits0 members 0 to 63
/// @param bits1 members 64 to 127
/// @param bits2 members 128 to 191
/// @param bits3 members 192 to 255
public record MemberSet(long bits0, long bits1, long bits2, long bits3) {

    /// Number of members a set can tell apart.
    public static final int CAPACITY = 256;

    public static final MemberSet NOBODY = new MemberSet(0, 0, 0, 0);
    public static final MemberSet EVERYBODY = new MemberSet(-1, -1, -1, -1);

    /// The set of one member.
    public static MemberSet of(int member) {
        return NOBODY.with(member);
    }

    public MemberSet with(int member) {
        require(member);
        long bit = 1L << (member & 63);
        return switch (member >> 6) {
            case 0 -> new MemberSet(bits0 | bit, bits1, bits2, bits3);
            case 1 -> new MemberSet(bits0, bits1 | bit, bits2, bits3);
            case 2 -> new MemberSet(bits0, bits1, bits2 | bit, bits3);
            default -> new MemberSet(bits0, bits1, bits2, bits3 | bit);
        };
    }

    public MemberSet without(int member) {
        MemberSet one = of(member);
        return new MemberSet(
                bits0 & ~one.bits0, bits1 & ~one.bits1, bits2 & ~one.bits2, bits3 & ~one.bits3);
    }

    /// Do the two sets share a member?
    public boolean intersects(MemberSet other) {
        return ((bits0 & other.bits0)
                        | (bits1 & other.bits1)
                        | (bits2 & other.bits2)
                        | (bits3 & other.bits3))
                != 0;
    }

    private static void require(int member) {
        if (member < 0 || member >= CAPACITY) {
            throw new IllegalArgumentException(
                    "member: " + member + " is outside 0 to " + (CAPACITY - 1));
        }
    }
}
