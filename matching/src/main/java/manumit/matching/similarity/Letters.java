package manumit.matching.similarity;

import com.ibm.icu.text.Transliterator;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import manumit.matching.text.Script;
import manumit.matching.text.TextNormaliser;
import org.jspecify.annotations.Nullable;

/// The letters in which parts of names are compared: one character per sound-bearing unit of a
/// script, so that tables of letter costs can be small and alignments short.
///
/// Latin: `a` to `z`, and an upper-case letter per digraph: `S` sh, `C` ch, `Z` zh, `K` kh, `G` gh,
/// `D` dh, `T` th, `Q` ts, `A` ai, `E` ei, `O` au. Doubled letters count once. The fold only joins
/// what nobody tells apart; which letters are related is left to the tables.
///
/// Other scripts keep their own letters (Arabic without vowel signs, Hebrew without final forms,
/// Greek without accents, Hangul as jamo), except Han, where a letter is the beginning or the end
/// of a pinyin syllable, and kana, where it is a letter of the Hepburn romanisation.
///
/// Thread-safe; every method is a function of its arguments.
public final class Letters {

    /// Longest form, in letters. Longer input is cut, so that hostile parts cannot make a
    /// comparison long.
    public static final int MAX_LENGTH = 40;

    /// Every letter that {@link #latin(String)} can return.
    public static final String LATIN = "abcdefghijklmnopqrstuvwxyzSCZKGDTQAEOUI";

    // Longest text read by the transliterators, in UTF-16 units.
    private static final int MAX_INPUT = 4 * MAX_LENGTH;

    private static final Transliterator PINYIN = Transliterator.getInstance("Han-Latin");
    private static final Transliterator HEPBURN =
            Transliterator.getInstance(
                    "Hiragana-Katakana; Katakana-Latin; NFD; [:M:] Remove; Latin-ASCII; Lower");

    // The block of CJK Unified Ideographs.
    private static final int FIRST_COMMON = 0x4E00;
    private static final int LAST_COMMON = 0x9FFF;

    // Pinyin finals of more than one letter, one character each.
    private static final Map<String, Character> FINALS = finals();

    /// Syllables of the common ideographs, each made when first asked for: transliterating takes
    /// microseconds.
    private static final AtomicReferenceArray<@Nullable String> SYLLABLES =
            new AtomicReferenceArray<>(LAST_COMMON - FIRST_COMMON + 1);

    private Letters() {}

    /// Letters of a Latin spelling.
    ///
    /// @param spelling lower-case `a` to `z`; anything else is dropped
    public static String latin(String spelling) {
        String s = onlyLatin(spelling);
        Folding out = new Folding(s.length());
        int i = 0;
        int c = s.isEmpty() ? END : s.charAt(0) - 'a';
        while (c != END && out.length < MAX_LENGTH) {
            int next = i + 1 < s.length() ? s.charAt(i + 1) - 'a' : END;
            int unit = PAIRS[c * PAIR_ROW + next];
            if (unit == 0) {
                i += unit(s, i, out);
                c = i < s.length() ? s.charAt(i) - 'a' : END;
            } else if (unit > 0) {
                out.put(1, (char) unit);
                i++;
                c = next;
            } else {
                out.put(2, (char) -unit);
                i += 2;
                c = i < s.length() ? s.charAt(i) - 'a' : END;
            }
        }
        // One unit may bring two letters.
        int n = Math.min(out.length, MAX_LENGTH);
        // A final h after a vowel is silent in the romanisations: Fatimah, Abdullah, Sarah.
        if (n > 3 && out.letters[n - 1] == 'h' && isVowel((char) out.letters[n - 2])) {
            n--;
        }
        return new String(out.letters, 0, n, StandardCharsets.ISO_8859_1);
    }

    // Place of no letter in {@link #PAIRS}.
    private static final int END = 26;

    private static final int PAIR_ROW = 27;

    // Pairs whose unit depends on what stands before or behind them.
    private static final String OPEN_PAIRS = "sh sc ts tz tc dz ds aw ay ey ie ye";

    /// What {@link #unit} makes of a letter and its next one: the letter put where it takes one
    /// letter, that letter negative where it takes both, 0 where more must be looked at.
    private static final byte[] PAIRS = pairs();

    private static byte[] pairs() {
        byte[] pairs = new byte[END * PAIR_ROW];
        for (int c = 0; c < END; c++) {
            for (int next = 0; next <= END; next++) {
                String pair =
                        next == END
                                ? "" + (char) ('a' + c)
                                : "" + (char) ('a' + c) + (char) ('a' + next);
                boolean isOpen = c == 'x' - 'a' || (next < END && OPEN_PAIRS.contains(pair));
                if (!isOpen) {
                    Folding unit = new Folding(2);
                    int used = unit(pair, 0, unit);
                    pairs[c * PAIR_ROW + next] =
                            (byte) (used == 1 ? unit.letters[0] : -unit.letters[0]);
                }
            }
        }
        return pairs;
    }

    /// Letters put together one by one; a letter is never put twice in a row.
    private static final class Folding {
        final byte[] letters;
        int length;
        private char last;

        /// @param read length of what is folded
        Folding(int read) {
            // x is two letters; and room to write a repeated one.
            letters = new byte[Math.min(2 * read, MAX_LENGTH + 1) + 1];
        }

        /// @param used what to return: how many characters the letter stands for
        int put(int used, char letter) {
            letters[length] = (byte) letter;
            length += last == letter ? 0 : 1;
            last = letter;
            return used;
        }
    }

    /// Letters of a part written in another script.
    public static String of(Script script, String written) {
        String s = TextNormaliser.composed(cut(written, MAX_INPUT));
        String letters =
                switch (script) {
                    case ARABIC -> arabic(s);
                    case CYRILLIC -> cyrillic(s);
                    case HEBREW -> hebrew(s);
                    case GREEK -> greek(s);
                    case HANGUL -> hangul(s);
                    case HAN -> han(s);
                    case KANA -> kana(s);
                    case LATIN, DEVANAGARI, GEORGIAN, ARMENIAN, OTHER -> latin(s);
                };
        return cut(letters, MAX_LENGTH);
    }

    /// Is this letter of {@link #LATIN} a vowel?
    static boolean isVowel(char letter) {
        return switch (letter) {
            case 'a', 'e', 'i', 'o', 'u', 'A', 'E', 'O', 'U', 'I' -> true;
            default -> false;
        };
    }

    private static String onlyLatin(String text) {
        int clean = 0;
        while (clean < text.length() && text.charAt(clean) >= 'a' && text.charAt(clean) <= 'z') {
            clean++;
        }
        if (clean == text.length() && clean <= MAX_INPUT) {
            return text;
        }
        StringBuilder out = new StringBuilder(Math.min(text.length(), MAX_INPUT));
        for (int i = 0; i < text.length() && out.length() < MAX_INPUT; i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z') {
                out.append(c);
            }
        }
        return out.toString();
    }

    /// Appends the unit that begins at `i` and returns how many characters it took.
    private static int unit(String s, int i, Folding out) {
        char c = s.charAt(i);
        char next = at(s, i + 1);
        switch (c) {
            case 's' -> {
                if (next == 'h' && at(s, i + 2) == 'c' && at(s, i + 3) == 'h') {
                    return out.put(out.put(4, 'S'), 'C');
                }
                if (next == 'c' && at(s, i + 2) == 'h') {
                    return out.put(3, 'S');
                }
                if (next == 'h' || next == 'z') {
                    return out.put(2, 'S');
                }
            }
            case 't' -> {
                if ((next == 's' || next == 'z')
                        && s.startsWith("sch", next == 's' ? i + 1 : i + 2)) {
                    return out.put(next == 's' ? 4 : 5, 'C');
                }
                if ((next == 'c' || next == 's') && at(s, i + 2) == 'h') {
                    return out.put(3, 'C');
                }
                if (next == 's' || next == 'z') {
                    return out.put(2, 'Q');
                }
                if (next == 'h') {
                    return out.put(2, 'T');
                }
            }
            case 'c' -> {
                if (next == 'h' || next == 'z') {
                    return out.put(2, 'C');
                }
                if (next == 'k' || next == 'q') {
                    return out.put(2, 'k');
                }
                switch (next) {
                    case 'a', 'o', 'u', 'l', 'r', 'c' -> {
                        return out.put(1, 'k');
                    }
                    default -> {
                        // stands for itself
                    }
                }
            }
            case 'd' -> {
                if ((next == 'z' || next == 's') && at(s, i + 2) == 'h') {
                    return out.put(3, 'j');
                }
                if (next == 'j') {
                    return out.put(2, 'j');
                }
                if (next == 'h') {
                    return out.put(2, 'D');
                }
            }
            case 'z' -> {
                if (next == 'h') {
                    return out.put(2, 'Z');
                }
            }
            case 'k' -> {
                if (next == 'h') {
                    return out.put(2, 'K');
                }
            }
            case 'g' -> {
                if (next == 'h') {
                    return out.put(2, 'G');
                }
            }
            case 'p' -> {
                if (next == 'h') {
                    return out.put(2, 'f');
                }
            }
            case 'x' -> {
                if (i > 0) {
                    return out.put(out.put(1, 'k'), 's');
                }
            }
            case 'o' -> {
                if (next == 'o' || next == 'u') {
                    return out.put(2, 'U');
                }
            }
            case 'a' -> {
                if (next == 'u' || (next == 'w' && !isVowelLetter(at(s, i + 2)))) {
                    return out.put(2, 'O');
                }
                if (next == 'i' || (next == 'y' && !isVowelLetter(at(s, i + 2)))) {
                    return out.put(2, 'A');
                }
            }
            case 'e' -> {
                if (next == 'e') {
                    return out.put(2, 'I');
                }
                if (next == 'i' || (next == 'y' && !isVowelLetter(at(s, i + 2)))) {
                    return out.put(2, 'E');
                }
            }
            case 'i', 'y' -> {
                if (next == 'i' || next == 'y') {
                    return out.put(2, 'i');
                }
                if (next == 'e' && !isVowelLetter(at(s, i + 2))) {
                    if (i > 0) {
                        return out.put(2, 'i');
                    }
                }
                if (c == 'y' && !isVowelLetter(next)) {
                    return out.put(1, 'i');
                }
            }
            default -> {
                // stands for itself
            }
        }
        return out.put(1, c);
    }

    private static char at(String s, int i) {
        return i < s.length() ? s.charAt(i) : ' ';
    }

    private static boolean isVowelLetter(char c) {
        return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
    }

    private static String arabic(String s) {
        StringBuilder out = new StringBuilder(s.length());
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (!Character.isLetter(c)) {
                continue;
            }
            switch (c) {
                case 'أ', 'إ', 'ٱ' -> out.append('ا');
                case 'ؤ' -> out.append('و');
                case 'ی', 'ې', 'ے', 'ۍ' -> out.append('ي');
                case 'ک', 'ڪ' -> out.append('ك');
                case 'ھ', 'ہ', 'ۀ', 'ە', 'ۂ' -> out.append('ه');
                case 'ۃ' -> out.append('ة');
                case 'ٹ', 'ټ' -> out.append('ت');
                case 'ڈ', 'ډ' -> out.append('د');
                case 'ڑ', 'ړ' -> out.append('ر');
                case 'ں', 'ڼ' -> out.append('ن');
                case 'ڭ', 'ګ' -> out.append('گ');
                case 'ۆ', 'ۇ', 'ۈ', 'ۋ' -> out.append('و');
                case 'ښ' -> out.append('ش');
                case 'ږ' -> out.append('ژ');
                case 'ځ' -> out.append('ز');
                case 'څ' -> out.append('س');
                case 'ء', 'ـ' -> {
                    // hamza alone and the stretching stroke carry no letter
                }
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    private static String cyrillic(String s) {
        StringBuilder out = new StringBuilder(s.length());
        String lower = s.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (!Character.isLetter(c)) {
                continue;
            }
            switch (c) {
                case 'ё', 'є' -> out.append('е');
                case 'і' -> out.append('и');
                case 'ї' -> out.append("йи");
                case 'ґ', 'ғ', 'ѓ' -> out.append('г');
                case 'ў', 'ұ', 'ү' -> out.append('у');
                case 'ј' -> out.append('й');
                case 'љ' -> out.append("ль");
                case 'њ', 'ң' -> out.append("н");
                case 'ћ' -> out.append('ч');
                case 'ђ', 'џ' -> out.append("дж");
                case 'ѕ' -> out.append("дз");
                case 'ќ', 'қ' -> out.append('к');
                case 'ө' -> out.append('о');
                case 'ә' -> out.append('а');
                case 'һ', 'ҳ' -> out.append('х');
                case 'ҷ' -> out.append("дж");
                case 'ӣ' -> out.append('и');
                case 'ӯ' -> out.append('у');
                case 'ъ' -> {
                    // silent
                }
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    private static String hebrew(String s) {
        StringBuilder out = new StringBuilder(s.length());
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            switch (c) {
                case 'ך' -> out.append('כ');
                case 'ם' -> out.append('מ');
                case 'ן' -> out.append('נ');
                case 'ף' -> out.append('פ');
                case 'ץ' -> out.append('צ');
                case '\'', '׳', '’', '‘' -> out.append('\'');
                default -> {
                    if (c >= 'א' && c <= 'ת') {
                        out.append(c);
                    }
                }
            }
        }
        return out.toString();
    }

    private static String greek(String s) {
        String lower = Normalizer.normalize(s, Form.NFD).toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (c == 'ς') {
                out.append('σ');
            } else if (c >= 'α' && c <= 'ω') {
                out.append(c);
            }
        }
        return out.toString();
    }

    /// The jamo of all syllables.
    private static String hangul(String s) {
        StringBuilder syllables = new StringBuilder(s.length());
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c >= '가' && c <= '힣') {
                syllables.append(c);
            }
        }
        return Normalizer.normalize(syllables, Form.NFD);
    }

    private static String kana(String s) {
        String hepburn = onlyLatin(HEPBURN.transliterate(s));
        Folding out = new Folding(hepburn.length());
        int i = 0;
        while (i < hepburn.length() && out.length < MAX_LENGTH) {
            char c = hepburn.charAt(i);
            char next = at(hepburn, i + 1);
            if (c == 's' && next == 'h') {
                i += out.put(2, 'S');
            } else if (c == 'c' && next == 'h') {
                i += out.put(2, 'C');
            } else if (c == 't' && next == 's') {
                i += out.put(2, 'Q');
            } else {
                i += out.put(1, c);
            }
        }
        return new String(out.letters, 0, out.length, StandardCharsets.ISO_8859_1);
    }

    private static String han(String s) {
        StringBuilder out = new StringBuilder();
        s.codePoints()
                .filter(Character::isIdeographic)
                .limit(MAX_LENGTH / 2)
                .forEach(c -> out.append(syllable(c)));
        return out.toString();
    }

    private static String syllable(int ideograph) {
        if (ideograph < FIRST_COMMON || ideograph > LAST_COMMON) {
            return syllable(PINYIN.transliterate(Character.toString(ideograph)));
        }
        String known = SYLLABLES.get(ideograph - FIRST_COMMON);
        if (known == null) {
            known = syllable(PINYIN.transliterate(Character.toString(ideograph)));
            SYLLABLES.set(ideograph - FIRST_COMMON, known);
        }
        return known;
    }

    private static String syllable(String pinyin) {
        StringBuilder out = new StringBuilder();
        StringBuilder plain = new StringBuilder();
        String decomposed = Normalizer.normalize(pinyin, Form.NFD).toLowerCase(Locale.ROOT);
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            if (c == '̈' && !plain.isEmpty()) {
                plain.setCharAt(plain.length() - 1, 'v');
            } else if (c >= 'a' && c <= 'z') {
                plain.append(c);
            }
        }
        String s = plain.toString();
        int start = 0;
        if (s.startsWith("zh") || s.startsWith("ch") || s.startsWith("sh")) {
            out.append(Character.toUpperCase(s.charAt(0)));
            start = 2;
        } else if (!s.isEmpty() && "aeiouv".indexOf(s.charAt(0)) < 0) {
            out.append(s.charAt(0));
            start = 1;
        }
        String end = s.substring(start);
        Character joined = FINALS.get(end);
        if (joined != null) {
            out.append(joined.charValue());
        } else {
            out.append(end);
        }
        return out.toString();
    }

    private static Map<String, Character> finals() {
        String ends =
                "ai an ang ao ei en eng er ia ian iang iao ie in ing iong iu ong ou ua uai uan"
                        + " uang ue ui un uo van ve vn";
        Map<String, Character> map = new HashMap<>();
        char code = 'α';
        for (String end : ends.split(" ", -1)) {
            map.put(end, code++);
        }
        return Map.copyOf(map);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
