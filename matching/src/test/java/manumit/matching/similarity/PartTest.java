package manumit.matching.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import manumit.matching.knowledge.Equivalents;
import manumit.matching.text.Romaniser;
import manumit.matching.text.Script;
import manumit.testkit.Seed;
import manumit.testkit.Seeds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/// Parts are made by shortcuts for plain letters; here each field is made again the long way.
class PartTest {

    private static final String LETTERS =
            "aaaabcdeeefghhhiiijkklmnnoooprrssstttuuvwxyyzzABCDEMNORSTZ";

    private static final List<String> PIECES =
            List.of(
                    "sch",
                    "tzsch",
                    "shch",
                    "dzh",
                    "ck",
                    "ay",
                    "aw",
                    "ie",
                    "ye",
                    "oo",
                    "ova",
                    "skaya",
                    "ska",
                    "rn",
                    "m",
                    "0",
                    "1",
                    "5",
                    "8",
                    "7",
                    "'",
                    "-",
                    " ",
                    ".",
                    "ü",
                    "ß",
                    "ə",
                    "ñ",
                    "é",
                    "ø",
                    "ğ",
                    "ı",
                    "İ",
                    "Đ",
                    "ễ",
                    "ơ",
                    "e\u0301",
                    "\u0308",
                    "ｋ",
                    "ﬁ",
                    "ſ",
                    "ŉ",
                    "а",
                    "ова",
                    "Щ",
                    "ё",
                    "محمد",
                    "ال",
                    "ـ",
                    "ی",
                    "יוסף",
                    "ך",
                    "Γεώ",
                    "ς",
                    "王",
                    "陳",
                    "김",
                    "철",
                    "ス",
                    "ー",
                    "を",
                    "सिंह",
                    "გ",
                    "Հ",
                    "১",
                    "\uD835\uDC00",
                    "\uD800");

    @ParameterizedTest
    @Seeds(2000)
    void everyFieldIsWhatTheLongWayMakes(Seed seed) {
        Random random = seed.random();
        for (int i = 0; i < 5; i++) {
            assertPlain(random.nextBoolean() ? latin(random) : mixed(random));
        }
    }

    @Test
    void everyPairOfLettersIsFoldedByTheRules() {
        String letters = "abcdefghijklmnopqrstuvwxyz";
        for (int i = 0; i < 26 * 26 * 26 * 26; i++) {
            String four =
                    ""
                            + letters.charAt(i % 26)
                            + letters.charAt(i / 26 % 26)
                            + letters.charAt(i / 676 % 26)
                            + letters.charAt(i / 17576);
            String folded = Letters.latin(four);
            if (!folded.equals(PlainLetters.latin(four))) {
                assertThat(folded).as(four).isEqualTo(PlainLetters.latin(four));
            }
        }
        for (String other : List.of("", "x", "xx", "tzsch", "a b", "Ab", "x".repeat(200))) {
            assertThat(Letters.latin(other)).isEqualTo(PlainLetters.latin(other));
        }
    }

    @Test
    void rarityIsKept() {
        for (String name : List.of("Mohamed", "محمد", "حکمت", "Zhumabekova", "יוסף", "7")) {
            Part part = Part.of(name);
            assertThat(Rarity.bits(part)).isEqualTo(Rarity.compute(part));
            assertThat(Rarity.bits(part)).isEqualTo(Rarity.compute(part));
        }
    }

    @Test
    void aPartWithoutLettersHasNoFacts() {
        Part part = Part.of("12");
        assertThat(part.letterMask).isZero();
        assertThat(part.heaviest).isZero();
        assertThat(part.lightest).isZero();
    }

    private static void assertPlain(String text) {
        Part part = Part.of(text);
        String written = cut(Normalizer.normalize(cut(text.strip()), Form.NFKC));
        assertThat(part.written()).isEqualTo(written);
        assertThat(part.script()).isEqualTo(Script.of(written));
        assertFields(part);
        int heaviest = 0;
        int lightest = Integer.MAX_VALUE;
        long mask = 0;
        for (byte[] codes : part.allCodes()) {
            heaviest = Math.max(heaviest, LatinCosts.shared().weight(codes));
            lightest = Math.min(lightest, LatinCosts.shared().weight(codes));
            mask |= LatinCosts.mask(codes);
        }
        assertThat(part.heaviest).isEqualTo(heaviest);
        assertThat(part.lightest).isEqualTo(part.allCodes().isEmpty() ? 0 : lightest);
        assertThat(part.letterMask).isEqualTo(mask);
        assertThat(Rarity.bits(part)).isEqualTo(Rarity.compute(part));
        String man = masculine(written.toLowerCase(Locale.ROOT), part.script());
        if (man == null) {
            assertThat(part.masculine).isNull();
        } else {
            assertThat(part.masculine).isEqualTo(Part.of(man));
        }
    }

    private static void assertFields(Part part) {
        String written = part.written();
        String readable =
                part.script() == Script.LATIN
                        ? written.replace('0', 'o')
                                .replace('1', 'l')
                                .replace('5', 's')
                                .replace('8', 'b')
                        : written;
        List<String> spellings = Romaniser.spellings(readable, Script.of(readable));
        List<String> forms = new ArrayList<>();
        List<String> sources = new ArrayList<>();
        for (String spelling : spellings) {
            String letters = PlainLetters.latin(spelling);
            if (!letters.isEmpty() && !forms.contains(letters)) {
                forms.add(letters);
                sources.add(spelling);
            }
        }
        assertThat(part.spellings()).isEqualTo(spellings);
        assertThat(part.forms()).isEqualTo(forms);
        assertThat(part.sources).isEqualTo(sources);
        assertThat(part.codes).hasNumberOfRows(forms.size());
        for (int i = 0; i < forms.size(); i++) {
            assertThat(part.codes[i]).isEqualTo(codes(forms.get(i)));
            assertThat(part.weights[i]).isEqualTo(LatinCosts.shared().weight(part.codes[i]));
        }
        assertThat(part.groups)
                .isEqualTo(
                        spellings.stream()
                                .flatMapToInt(s -> IntStream.of(Equivalents.groups(s)))
                                .sorted()
                                .distinct()
                                .toArray());
        assertThat(part.soundClass()).isEqualTo(forms.isEmpty() ? "" : soundClass(forms.get(0)));
        assertThat(part.nativeForms()).isEqualTo(nativeForms(part));
    }

    private static List<String> nativeForms(Part part) {
        String letters =
                part.script() == Script.LATIN ? "" : Letters.of(part.script(), part.written());
        boolean hasArticle =
                part.script() == Script.ARABIC && letters.startsWith("ال") && letters.length() > 4;
        return letters.isEmpty()
                ? List.of()
                : hasArticle ? List.of(letters, letters.substring(2)) : List.of(letters);
    }

    private static byte[] codes(String form) {
        byte[] codes = new byte[form.length()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (byte) Letters.LATIN.indexOf(form.charAt(i));
        }
        return codes;
    }

    private static String soundClass(String letters) {
        String classes =
                letters.replaceAll("[aeiouAEOUIy]", "a")
                        .replaceAll("[bpfvw]", "b")
                        .replaceAll("[dtTD]", "d")
                        .replaceAll("[gkqKG]", "k")
                        .replaceAll("[szSZCcQjx]", "s")
                        .replace('h', ' ')
                        .replaceAll("(.)\\1+", "$1");
        String first = classes.isEmpty() ? "" : classes.substring(0, 1);
        String rest = classes.isEmpty() ? "" : classes.substring(1).replace("a", "");
        return (first + rest).replace(" ", "");
    }

    private static @Nullable String masculine(String s, Script script) {
        if (s.length() < 5) {
            return null;
        }
        String latin = s.replaceAll("(?<=[oe]v)a$|(?<=.[sc]k)(aya|aia|aja|a)$", "\u0000");
        String cyrillic = s.replaceAll("(?<=[оеё]в)а$|(?<=[сц]к)ая$", "\u0000");
        return switch (script) {
            case LATIN ->
                    s.equals(latin) || (s.length() < 7 && s.matches(".*[sc]k(aya|aia|aja)"))
                            ? null
                            : latin.replaceAll("k\u0000", "ki").replace("\u0000", "");
            case CYRILLIC ->
                    s.equals(cyrillic)
                            ? null
                            : cyrillic.replaceAll("к\u0000", "кий").replace("\u0000", "");
            default -> null;
        };
    }

    private static String cut(String text) {
        return text.length() <= Part.MAX_LENGTH
                ? text
                : text.substring(
                        0,
                        Part.MAX_LENGTH
                                - (Character.isHighSurrogate(text.charAt(Part.MAX_LENGTH - 1))
                                        ? 1
                                        : 0));
    }

    static String latin(Random random) {
        StringBuilder word = new StringBuilder();
        int length = random.nextInt(100) == 0 ? 90 : 1 + random.nextInt(12);
        while (word.length() < length) {
            word.append(
                    random.nextInt(3) == 0
                            ? PIECES.get(random.nextInt(13))
                            : LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return word.toString();
    }

    private static String mixed(Random random) {
        StringBuilder word = new StringBuilder();
        int count = 1 + random.nextInt(6);
        int from = random.nextInt(PIECES.size() - 8);
        for (int i = 0; i < count; i++) {
            int piece =
                    random.nextInt(3) > 0
                            ? from + random.nextInt(8)
                            : random.nextInt(PIECES.size());
            word.append(PIECES.get(piece));
        }
        return word.toString();
    }
}
