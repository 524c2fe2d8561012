package manumit.matching;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import manumit.matching.names.NameParser;
import manumit.matching.names.NamePart;
import manumit.matching.names.ParsedName;
import org.junit.jupiter.api.Tag;

/// Any two names at all: no exception, bounded parts, and an explanation that adds up both ways.
@Tag("slow")
class MatchingFuzzTest {

    private static final double EXACT = 1e-9;

    @FuzzTest
    void anyTwoNamesAreCompared(FuzzedDataProvider data) {
        EntityKind kind = data.pickValue(EntityKind.values());
        Occasion occasion = data.pickValue(Occasion.values());
        String one = data.consumeString(500);
        String other = data.consumeRemainingAsString();
        if (one.isBlank() || other.isBlank()) {
            return;
        }
        checkParts(NameParser.parse(Name.of(one), kind));
        checkParts(NameParser.parse(Name.ofParts(NameKind.ALIAS, one, other), kind));
        Particulars left = Particulars.builder().kind(kind).name(one).build();
        Particulars right = Particulars.builder().kind(kind).name(other).build();
        Comparison there = Matcher.current().compare(left, right, occasion);
        Comparison back = Matcher.current().compare(right, left, occasion);
        double sum = there.evidence().stream().mapToDouble(Evidence::bits).sum();
        if (!(Math.abs(sum - there.bits()) < EXACT)) {
            throw new AssertionError("evidence does not add up");
        }
        if (!(Math.abs(there.bits() - back.bits()) < EXACT)) {
            throw new AssertionError("the sides matter: " + there.bits() + ", " + back.bits());
        }
    }

    private static void checkParts(ParsedName name) {
        if (name.parts().size() > ParsedName.MAX_PARTS) {
            throw new AssertionError("parts: " + name.parts().size());
        }
        for (NamePart part : name.parts()) {
            if (part.written().isEmpty() || !(part.rarityBits() >= 0)) {
                throw new AssertionError("a part without letters or rarity");
            }
        }
        for (ParsedName.Joint joint : name.joints()) {
            if (joint.first() + joint.count() > name.parts().size()) {
                throw new AssertionError("a joint beyond the last part");
            }
        }
    }
}
