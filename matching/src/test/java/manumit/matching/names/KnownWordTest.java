package manumit.matching.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import manumit.matching.EntityKind;
import manumit.matching.Name;
import manumit.matching.knowledge.HanNames;
import manumit.matching.knowledge.Patronymics;
import manumit.matching.knowledge.Syllables;
import manumit.matching.knowledge.Titles;
import manumit.matching.similarity.Part;
import manumit.matching.similarity.Rarity;
import manumit.matching.text.Script;
import manumit.matching.text.TextNormaliser;
import manumit.testkit.Seed;
import manumit.testkit.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/// Words that are kept are those that would be made anew.
class KnownWordTest {

    private static final int MAX_WORDS = Words.MAX_WORDS;

    private static final List<String> PIECES =
            List.of(
                    "Khalid",
                    "al",
                    "Al-",
                    "Harbi",
                    "bin",
                    "Do",
                    "Minh",
                    "Van",
                    "Li",
                    "As",
                    "Sabah",
                    "J.",
                    "O'",
                    "Brien",
                    "Petrovna",
                    "oglu",
                    "Aliyev",
                    "J0hn",
                    "Jürgen",
                    "ß",
                    "Nguyễn",
                    "İ",
                    "Ivanova",
                    "Иванова",
                    "Пётр",
                    "محمد",
                    "الحسن",
                    "יוסף",
                    "Γεώργιος",
                    "王小明",
                    "司马",
                    "김철수",
                    "田中",
                    "スミス",
                    "ー",
                    "राजेश",
                    "გიორგი",
                    "Հակոբյան",
                    "FNU",
                    "xxx",
                    "Dr",
                    "7",
                    "12",
                    "\uD83D\uDE00",
                    "\uD800",
                    "\uDC00",
                    "e\u0301",
                    "a",
                    "ya",
                    "shi",
                    "Ma",
                    "y");

    @ParameterizedTest
    @Seeds(1000)
    void wordsAreCutAndKnownAsByTheLongWay(Seed seed) {
        Random random = seed.random();
        for (int i = 0; i < 10; i++) {
            String text = text(random);
            List<KnownWord> words = Words.of(text);
            assertThat(words.stream().map(w -> w.written).toList()).isEqualTo(plainWords(text));
            words.forEach(KnownWordTest::assertKnown);
        }
    }

    @ParameterizedTest
    @Seeds(300)
    void aNameIsTakenApartAlikeEachTime(Seed seed) {
        Random random = seed.random();
        for (int i = 0; i < 10; i++) {
            String text = text(random);
            if (text.isBlank()) {
                continue;
            }
            ParsedName once = NameParser.parse(Name.of(text), EntityKind.PERSON);
            for (int k = 0; k < 3; k++) {
                ParsedName again = NameParser.parse(Name.of(text), EntityKind.PERSON);
                assertThat(again.parts()).isEqualTo(once.parts());
                assertThat(again.joints()).isEqualTo(once.joints());
                assertThat(again.joints()).isSameAs(again.joints());
            }
        }
    }

    @Test
    void longWordsAreKnownToo() {
        String word = "Wolfeschlegelsteinhausenbergerdorff";
        for (int i = 0; i < 3; i++) {
            assertThat(KnownWord.of(word, 0, word.length()).written).isEqualTo(word);
        }
    }

    @Test
    void wordsDoNotShowNames() {
        assertThat(KnownWord.of("Maria").toString()).doesNotContain("Maria");
    }

    @SuppressWarnings("EnumOrdinal") // bits of one answer
    private static void assertKnown(KnownWord word) {
        String key = word.written.toLowerCase(Locale.ROOT);
        Script script = Script.of(word.written);
        assertThat(word.key).isEqualTo(key);
        assertThat(word.script).isEqualTo(script);
        assertThat(word.kind).isEqualTo(Titles.classify(key));
        List<String> pieces = HanNames.split(word.written, script);
        assertThat(word.pieces.stream().map(p -> p.written).toList())
                .isEqualTo(pieces.size() > 1 ? pieces : List.of());
        for (KnownWord piece : word.pieces) {
            assertThat(piece.script).isEqualTo(script);
            assertThat(piece.kind).isEqualTo(Titles.classify(piece.key));
        }
        Part part = Part.of(word.written);
        assertThat(word.part()).isEqualTo(part);
        assertThat(word.part().spellings()).isEqualTo(part.spellings());
        assertThat(word.rarityBits()).isEqualTo(Rarity.bits(part));
        assertThat(word.isMiddleName())
                .isEqualTo(part.spellings().stream().anyMatch(Patronymics::isMiddleName));
        for (Syllables.Kind kind : Syllables.Kind.values()) {
            assertThat((word.syllableKinds() >> kind.ordinal() & 1) != 0)
                    .isEqualTo(Syllables.isSyllable(key, kind));
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(30) == 0 ? 40 : random.nextInt(7); i >= 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
            text.append(random.nextInt(3) == 0 ? "" : random.nextInt(4) == 0 ? "-" : " ");
        }
        return TextNormaliser.normalise(text.toString());
    }

    /// The cutting of {@link Words} without shortcuts.
    private static List<String> plainWords(String normalised) {
        List<String> words = new ArrayList<>();
        int start = -1;
        boolean hasLetter = false;
        int i = 0;
        while (i <= normalised.length() && words.size() < MAX_WORDS) {
            int c = i < normalised.length() ? normalised.codePointAt(i) : ' ';
            if (belongsToWord(c)) {
                start = start < 0 ? i : start;
                hasLetter |= Character.isLetter(c);
            } else {
                if (start >= 0 && hasLetter) {
                    words.add(normalised.substring(start, i));
                }
                start = -1;
                hasLetter = false;
            }
            i += Math.max(1, Character.charCount(c));
        }
        return words;
    }

    private static boolean belongsToWord(int c) {
        if (Character.isLetterOrDigit(c) || c == '\'' || c == 'ー') {
            return true;
        }
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
