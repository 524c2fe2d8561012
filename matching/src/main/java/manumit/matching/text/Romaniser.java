package manumit.matching.text;

import com.ibm.icu.text.Transliterator;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes one name part of any script in plain Latin letters, in the ways people write it.
///
/// Each script has rules of its own, kept as commented data files beside this class: Cyrillic,
/// Greek, Georgian, Armenian, Arabic, Hebrew, kana and Latin letters with signs in `*.txt` letter
/// tables ({@link LetterTable}), Devanagari, Hangul and Han in small classes. Other scripts go
/// through ICU.
///
/// A spelling follows one system of romanisation throughout; several spellings are the results of
/// several systems, not all combinations of letters.
///
/// Thread-safe. Time is linear in the length of the part, of which the first {@link #MAX_LENGTH}
/// units are read.
public final class Romaniser {

    /// Longest part read, in UTF-16 units.
    public static final int MAX_LENGTH = 400;

    /// Most spellings returned.
    public static final int MAX_SPELLINGS = 6;

    /// Spellings asked of a letter table.
    private static final int TABLE_SPELLINGS = 4;

    /// Latin letters that look like Cyrillic ones, and those, place by place.
    private static final String LATIN_TWINS = "aceopxyikmthb";

    private static final String CYRILLIC_TWINS = "асеорхуікмтнв";

    private Romaniser() {}

    /// Latin spellings of one part of a name, the likeliest first: letters a to z only, at least
    /// one wherever the part has a letter, none where it has none (digits are left out). The script
    /// is the one of most letters.
    public static List<String> spellings(String part) {
        String ascii = asciiLetters(part);
        if (ascii != null) {
            return ascii.isEmpty() ? List.of() : List.of(ascii);
        }
        return spellings(part, Script.of(part));
    }

    /// As {@link #spellings(String)}, read as the given script: Han characters and kana differ by
    /// the language around them.
    public static List<String> spellings(String part, Script script) {
        String cut = part.length() > MAX_LENGTH ? part.substring(0, MAX_LENGTH) : part;
        String lower = TextNormaliser.normalise(cut).toLowerCase(Locale.ROOT);
        String ascii = asciiLetters(lower);
        if (ascii != null) {
            return ascii.isEmpty() ? List.of() : List.of(ascii);
        }
        List<String> whole =
                isOneScript(lower, script) ? read(lower, script) : mixed(lower, script);
        if (!whole.isEmpty()) {
            return whole;
        }
        String named = named(lower);
        return named.isEmpty() ? List.of() : List.of(named);
    }

    /// The lower-case letters of an ASCII text; null where the text is not ASCII.
    private static @Nullable String asciiLetters(String text) {
        int length = text.length();
        boolean clean = true;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                return null;
            }
            clean &= c >= 'a' && c <= 'z';
        }
        if (clean && length <= MAX_LENGTH) {
            return text;
        }
        byte[] out = new byte[Math.min(length, MAX_LENGTH)];
        int n = 0;
        for (int i = 0; i < out.length; i++) {
            int c = text.charAt(i) | 0x20;
            if (c >= 'a' && c <= 'z') {
                out[n++] = (byte) c;
            }
        }
        return new String(out, 0, n, StandardCharsets.ISO_8859_1);
    }

    private static boolean isOneScript(String text, Script script) {
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            if (Character.isLetter(codePoint) && Script.of(codePoint) != script) {
                return false;
            }
        }
        return true;
    }

    /// A part with letters of several scripts: look-alike letters are read as the main script, the
    /// rest run by run.
    private static List<String> mixed(String lower, Script main) {
        String text = lower;
        if (main == Script.CYRILLIC) {
            text = swap(text, LATIN_TWINS, CYRILLIC_TWINS);
        } else if (main == Script.LATIN) {
            text = swap(text, CYRILLIC_TWINS, LATIN_TWINS);
        }
        List<List<String>> runs = new ArrayList<>();
        int most = 0;
        for (int start = 0; start < text.length(); ) {
            Script script = Script.of(text.codePointAt(start));
            int end = start;
            while (end < text.length()) {
                int codePoint = text.codePointAt(end);
                if (Character.isLetter(codePoint) && Script.of(codePoint) != script) {
                    break;
                }
                end += Character.charCount(codePoint);
            }
            if (end == start) {
                end += Character.charCount(text.codePointAt(start));
            }
            List<String> run = read(text.substring(start, end), script);
            if (!run.isEmpty()) {
                runs.add(run);
                most = Math.max(most, run.size());
            }
            start = end;
        }
        List<String> result = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            StringBuilder joined = new StringBuilder();
            for (List<String> run : runs) {
                joined.append(run.get(Math.min(i, run.size() - 1)));
            }
            if (!result.contains(joined.toString())) {
                result.add(joined.toString());
            }
        }
        return List.copyOf(result);
    }

    private static String swap(String text, String from, String to) {
        StringBuilder out = new StringBuilder(text);
        for (int i = 0; i < out.length(); i++) {
            int twin = from.indexOf(out.charAt(i));
            if (twin >= 0) {
                out.setCharAt(i, to.charAt(twin));
            }
        }
        return out.toString();
    }

    /// Spellings of a normalised, lower-case text of one script; empty where the rules write
    /// nothing.
    private static List<String> read(String text, Script script) {
        return switch (script) {
            case LATIN -> latin(text);
            case CYRILLIC -> Cyrillic.TABLE.spellings(text, TABLE_SPELLINGS);
            case GREEK -> Greek.TABLE.spellings(withoutAccents(text), TABLE_SPELLINGS);
            case ARABIC -> Arabic.spellings(text);
            case HEBREW -> known(Hebrew.NAMES.get(text), Hebrew.TABLE, text);
            case GEORGIAN -> Georgian.TABLE.spellings(text, TABLE_SPELLINGS);
            case ARMENIAN -> Armenian.TABLE.spellings(text, TABLE_SPELLINGS);
            case KANA -> Kana.TABLE.spellings(hiragana(text), TABLE_SPELLINGS);
            case HANGUL -> Hangul.spellings(text);
            case DEVANAGARI -> Devanagari.spellings(text);
            case HAN -> Han.spellings(text);
            case OTHER -> other(text);
        };
    }

    /// The spellings of a known name, if it is one, then those of the letters.
    private static List<String> known(
            @Nullable List<String> spellings, LetterTable table, String text) {
        List<String> byLetter = table.spellings(text, TABLE_SPELLINGS);
        if (spellings == null) {
            return byLetter;
        }
        List<String> result = new ArrayList<>(spellings);
        for (String spelling : byLetter) {
            if (!result.contains(spelling) && result.size() < MAX_SPELLINGS) {
                result.add(spelling);
            }
        }
        return result;
    }

    private static List<String> latin(String text) {
        boolean special = false;
        for (int i = 0; i < text.length(); i++) {
            special |= Latin.isSpecial(text.charAt(i));
        }
        if (!special) {
            String plain = Latin.letters(text);
            return plain.isEmpty() ? List.of() : List.of(plain);
        }
        List<String> result = new ArrayList<>();
        if (text.indexOf(SCHWA) >= 0) {
            result.add(Latin.letters(azerbaijani(text)));
        }
        for (int system = 0; system < 3; system++) {
            String spelling = Latin.letters(Latin.apply(text, system));
            if (!spelling.isEmpty() && !result.contains(spelling)) {
                result.add(spelling);
            }
        }
        return result;
    }

    /// A letter of Azerbaijani alone, which betrays that c is j, x is kh and q is g.
    private static final char SCHWA = '\u0259';

    private static String azerbaijani(String text) {
        String sounds =
                text.replace("c", "j")
                        .replace("\u00E7", "ch")
                        .replace("\u015F", "sh")
                        .replace("x", "kh")
                        .replace("q", "g")
                        .replace("\u011F", "gh");
        return Latin.apply(sounds, 0);
    }

    /// Only the letters a to z of a text.
    static String letters(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z') {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static String withoutAccents(String text) {
        String decomposed = Normalizer.normalize(text, Form.NFD);
        StringBuilder out = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            if (c == '\u0308') {
                // A diaeresis parts two vowels. The break goes before the letter that bears it.
                out.insert(Math.max(0, out.length() - 1), '-');
            } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static String hiragana(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(c >= '\u30A1' && c <= '\u30F4' ? (char) (c - 0x60) : c);
        }
        return out.toString();
    }

    private static List<String> other(String text) {
        String spelling = letters(Icu.ANY_LATIN.transliterate(text).toLowerCase(Locale.ROOT));
        int end = spelling.length() - 1;
        if (end > 1
                && spelling.charAt(end) == 'a'
                && "aeiou".indexOf(spelling.charAt(end - 1)) < 0) {
            // Bengali, Gujarati and their neighbours do not speak an unwritten last a.
            return List.of(spelling, spelling.substring(0, end));
        }
        return spelling.isEmpty() ? List.of() : List.of(spelling);
    }

    /// Last resort for letters nobody can read: their code points, so that equal parts stay equal.
    private static String named(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            if (Character.isLetter(codePoint)) {
                out.append('q');
                for (int rest = codePoint; rest > 0; rest /= 26) {
                    out.append((char) ('a' + rest % 26));
                }
            }
        }
        return out.toString();
    }

    // One holder per script: a table is read when its script is first met.

    static final class Latin {
        private static final LetterTable TABLE = LetterTable.load("latin.txt");

        /// Letters with signs end here; from here to {@link #AFTER_MARKS}, signs alone.
        private static final char MARKS = 0x300;

        private static final char AFTER_MARKS = 0x370;

        /// Latin letters with several signs, as in Vietnamese.
        private static final char ADDITIONAL = 0x1E00;

        private static final char AFTER_ADDITIONAL = 0x1F00;

        /// What is left of a character without its signs, by code below {@link #MARKS}.
        private static final String[] BARE = bare((char) 0, MARKS);

        private static final String[] BARE_ADDITIONAL = bare(ADDITIONAL, AFTER_ADDITIONAL);

        /// Characters with a rule, by code below 0x300.
        private static final boolean[] SPECIAL = new boolean[MARKS];

        /// What such a character becomes, by system and code.
        private static final String[][] OUTPUTS = new String[3][MARKS];

        static {
            for (char c = 0x80; c < SPECIAL.length; c++) {
                for (int system = 0; system < OUTPUTS.length; system++) {
                    OUTPUTS[system][c] = TABLE.apply(String.valueOf(c), system);
                }
                SPECIAL[c] = !OUTPUTS[0][c].isEmpty();
            }
        }

        private static String[] bare(char from, char to) {
            String[] bare = new String[to - from];
            for (char c = from; c < to; c++) {
                bare[c - from] = slowly(String.valueOf(c));
            }
            return bare;
        }

        /// The letters a to z of a text without the signs they bear.
        static String letters(String text) {
            StringBuilder out = new StringBuilder(text.length() + 4);
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c >= 'a' && c <= 'z') {
                    out.append(c);
                } else if (c < MARKS) {
                    out.append(BARE[c]);
                } else if (c >= ADDITIONAL && c < AFTER_ADDITIONAL) {
                    out.append(BARE_ADDITIONAL[c - ADDITIONAL]);
                } else if (c >= AFTER_MARKS) {
                    return slowly(text);
                }
            }
            return out.toString();
        }

        /// As {@link #letters}, for any text.
        static String slowly(String text) {
            return Romaniser.letters(Normalizer.normalize(text, Form.NFD));
        }

        static boolean isSpecial(char c) {
            return c < SPECIAL.length && SPECIAL[c];
        }

        static String apply(String text, int system) {
            StringBuilder out = new StringBuilder(text.length() + 4);
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (isSpecial(c)) {
                    out.append(OUTPUTS[system][c]);
                } else {
                    out.append(c);
                }
            }
            return out.toString();
        }
    }

    private static final class Cyrillic {
        private static final LetterTable TABLE = LetterTable.load("cyrillic.txt");
    }

    private static final class Greek {
        private static final LetterTable TABLE = LetterTable.load("greek.txt");
    }

    private static final class Arabic {
        private static final LetterTable TABLE = LetterTable.load("arabic.txt");

        /// Vowels are not written; for common names they are known.
        private static final Map<String, List<String>> NAMES = WordTable.load("arabic_names.txt");

        private static final String ARTICLE = "\u0627\u0644";
        private static final String ABD = "\u0639\u0628\u062F" + ARTICLE;

        static List<String> spellings(String text) {
            List<String> names = NAMES.get(text);
            if (names == null && text.startsWith(ARTICLE)) {
                names = prefixed(NAMES.get(text.substring(ARTICLE.length())), "al");
            } else if (names == null && text.startsWith(ABD)) {
                names = prefixed(NAMES.get(text.substring(ABD.length())), "abdal", "abdul");
            }
            return known(names, TABLE, text);
        }

        private static @Nullable List<String> prefixed(
                @Nullable List<String> names, String... prefixes) {
            if (names == null) {
                return null;
            }
            List<String> result = new ArrayList<>();
            for (String name : names) {
                for (String prefix : prefixes) {
                    result.add(prefix + name);
                }
            }
            return result.subList(0, Math.min(result.size(), 4));
        }
    }

    private static final class Hebrew {
        private static final LetterTable TABLE = LetterTable.load("hebrew.txt");
        private static final Map<String, List<String>> NAMES = WordTable.load("hebrew_names.txt");
    }

    private static final class Georgian {
        private static final LetterTable TABLE = LetterTable.load("georgian.txt");
    }

    private static final class Armenian {
        private static final LetterTable TABLE = LetterTable.load("armenian.txt");
    }

    private static final class Kana {
        private static final LetterTable TABLE = LetterTable.load("kana.txt");
    }

    /// ICU's transliterators synchronise and are slow; only rare scripts come here.
    private static final class Icu {
        private static final Transliterator ANY_LATIN =
                Transliterator.getInstance("Any-Latin; NFD; [:M:] Remove; NFC; Latin-ASCII; Lower");
    }
}
