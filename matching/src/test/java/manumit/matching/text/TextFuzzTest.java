package manumit.matching.text;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import manumit.matching.knowledge.Equivalents;
import manumit.matching.knowledge.HanNames;
import manumit.matching.knowledge.Japanese;
import manumit.matching.knowledge.Patronymics;
import manumit.matching.knowledge.Syllables;
import manumit.matching.knowledge.Titles;
import org.junit.jupiter.api.Tag;

/// Any text at all: no exception, a normal form that is stable, plain spellings.
@Tag("slow")
class TextFuzzTest {

    @FuzzTest
    void anyTextIsReadable(FuzzedDataProvider data) {
        String text = data.consumeRemainingAsString();
        String normal = TextNormaliser.normalise(text);
        if (!normal.equals(TextNormaliser.normalise(normal))) {
            throw new AssertionError("normalise is not idempotent");
        }
        Titles.classify(normal);
        Titles.isUnknownName(normal);
        HanNames.split(normal, Script.of(normal));
        for (String spelling : Romaniser.spellings(text)) {
            if (spelling.isEmpty() || !spelling.equals(Romaniser.letters(spelling))) {
                throw new AssertionError("a spelling has other letters than a to z");
            }
            Equivalents.groups(spelling);
            Japanese.findFold(spelling);
            Patronymics.find(spelling);
            if (!String.join("", Syllables.split(spelling)).equals(spelling)) {
                throw new AssertionError("syllables do not add up");
            }
        }
    }
}
