package manumit.matching.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Korean syllables in Latin letters, in three systems: Revised Romanisation as in names (each
/// syllable by itself), McCune-Reischauer without signs (used by the North), and the spelling
/// common in passports of the South (Jung, Hyun, Young, Soo). A single syllable that is a surname
/// also gets the surname's usual spellings.
final class Hangul {

    private static final int FIRST = 0xAC00;
    private static final int LAST = 0xD7A3;

    private static final String[] INITIALS = {
        "g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t",
        "p", "h"
    };
    private static final String[] MR_INITIALS = {
        "k", "kk", "n", "t", "tt", "r", "m", "p", "pp", "s", "ss", "", "ch", "tch", "ch", "k", "t",
        "p", "h"
    };
    private static final String[] MR_VOICED = {
        "g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "tch", "ch", "k", "t",
        "p", "h"
    };
    private static final String[] POPULAR_INITIALS = {
        "k", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t",
        "p", "h"
    };
    private static final String[] VOWELS = {
        "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo",
        "we", "wi", "yu", "eu", "ui", "i"
    };
    private static final String[] MR_VOWELS = {
        "a", "ae", "ya", "yae", "o", "e", "yo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we",
        "wi", "yu", "u", "ui", "i"
    };
    private static final String[] FINALS = {
        "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p",
        "p", "t", "t", "ng", "t", "t", "k", "t", "p", "t"
    };

    /// Initial consonant that a final becomes before a vowel, by the index of the final; -1: stays.
    private static final int[] CARRIED = {
        -1, 0, 1, -1, 2, -1, -1, 3, 5, -1, -1, -1, -1, -1, -1, 5, 6, 7, -1, 9, 10, -1, 12, 14, 15,
        16, 17, 11
    };

    private static final int NO_INITIAL = 11;
    private static final int RIEUL = 5;
    private static final int NG = 21;
    private static final int EU = 18;
    private static final int I = 20;
    private static final int SIOT = 9;

    /// Usual spellings of surnames, by syllable.
    private static final Map<String, List<String>> SURNAMES = WordTable.load("hangul_surnames.txt");

    private Hangul() {}

    static List<String> spellings(String text) {
        List<String> result = new ArrayList<>();
        List<String> surname = SURNAMES.get(text);
        if (surname != null) {
            result.addAll(surname);
        }
        for (String spelling :
                Arrays.asList(
                        revised(text),
                        popular(text, false),
                        mcCuneReischauer(text),
                        popular(text, true),
                        foreign(text))) {
            if (!spelling.isEmpty()
                    && !result.contains(spelling)
                    && result.size() < Romaniser.MAX_SPELLINGS) {
                result.add(spelling);
            }
        }
        return result;
    }

    private static boolean isSyllable(char c) {
        return c >= FIRST && c <= LAST;
    }

    private static int initial(char c) {
        return (c - FIRST) / 588;
    }

    private static int vowel(char c) {
        return (c - FIRST) % 588 / 28;
    }

    private static int last(char c) {
        return (c - FIRST) % 28;
    }

    /// Syllable by syllable; only a doubled l is written as spoken.
    private static String revised(String text) {
        StringBuilder out = new StringBuilder(text.length() * 3);
        boolean afterL = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSyllable(c)) {
                int initial = initial(c);
                out.append(afterL && initial == RIEUL ? "l" : INITIALS[initial]);
                out.append(VOWELS[vowel(c)]).append(FINALS[last(c)]);
                afterL = FINALS[last(c)].equals("l");
            }
        }
        return out.toString();
    }

    /// A foreign name as its bearer writes it: the filling vowel eu is left out, as in keuriseu.
    /// Empty where there is none.
    private static String foreign(String text) {
        StringBuilder out = new StringBuilder(text.length() * 3);
        boolean filled = false;
        boolean afterL = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSyllable(c)) {
                int initial = initial(c);
                boolean filler = vowel(c) == EU && initial != NO_INITIAL;
                filled |= filler;
                out.append(afterL && initial == RIEUL ? "" : INITIALS[initial]);
                out.append(filler ? "" : VOWELS[vowel(c)]).append(FINALS[last(c)]);
                afterL = FINALS[last(c)].equals("l");
            }
        }
        return filled && text.length() > 1 ? out.toString() : "";
    }

    /// @param longU is u written oo before a consonant, too (Joon, Yoon)?
    private static String popular(String text, boolean longU) {
        StringBuilder out = new StringBuilder(text.length() * 3);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSyllable(c)) {
                int initial = initial(c);
                out.append(POPULAR_INITIALS[initial])
                        .append(initial == SIOT && vowel(c) == I ? "h" : "")
                        .append(popularVowel(initial, vowel(c), longU ? 0 : last(c), last(c)))
                        .append(FINALS[last(c)]);
            }
        }
        return out.toString();
    }

    /// @param shortening last consonant that keeps a u short; 0 for none
    private static String popularVowel(int initial, int vowel, int shortening, int last) {
        boolean closed = last != 0;
        return switch (vowel) {
            case 4 -> closed ? "u" : "eo"; // jung, chul; seo
            case 6 -> initial == NO_INITIAL && last == NG ? "you" : closed ? "yu" : "yeo"; // young
            case 13 ->
                    shortening != 0 ? "u" : initial == NO_INITIAL ? "woo" : "oo"; // jun; woo, soo
            case 17 -> shortening != 0 ? "yu" : "yoo"; // yun; yoo
            case 19 -> initial == NO_INITIAL ? "eui" : "ee"; // hee
            default -> VOWELS[vowel];
        };
    }

    /// With the changes of sound at syllable borders.
    private static String mcCuneReischauer(String text) {
        StringBuilder out = new StringBuilder(text.length() * 3);
        int carried = -1;
        boolean voiced = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isSyllable(c)) {
                continue;
            }
            int initial = initial(c);
            if (initial == NO_INITIAL && carried >= 0) {
                initial = carried;
                voiced = true;
            }
            out.append((voiced ? MR_VOICED : MR_INITIALS)[initial]).append(MR_VOWELS[vowel(c)]);
            int last = last(c);
            int next =
                    i + 1 < text.length() && isSyllable(text.charAt(i + 1))
                            ? initial(text.charAt(i + 1))
                            : -1;
            carried = next == NO_INITIAL ? CARRIED[last] : -1;
            String end = carried >= 0 ? "" : finalBefore(FINALS[last], next);
            out.append(end);
            voiced = end.isEmpty() || end.equals("n") || end.equals("m") || end.equals("ng");
        }
        return out.toString().replace("lr", "ll");
    }

    /// A final consonant before the initial of the next syllable (index; -1 at the end).
    private static String finalBefore(String end, int next) {
        boolean nasal = next == 2 || next == 6;
        return switch (end) {
            case "k" -> nasal ? "ng" : end;
            case "t" -> nasal ? "n" : end;
            case "p" -> nasal ? "m" : end;
            case "n" -> next == RIEUL ? "l" : end;
            default -> end;
        };
    }
}
