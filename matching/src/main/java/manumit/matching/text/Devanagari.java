package manumit.matching.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Devanagari in Latin letters as in Indian and Nepali passports: the unwritten vowel a is written
/// out, and left out where it is not spoken (at the end of a word, and in the middle between a
/// written vowel and a consonant that has one).
final class Devanagari {

    private static final char VIRAMA = '\u094D';
    private static final char NUKTA = '\u093C';
    private static final char ANUSVARA = '\u0902';

    private static final Map<String, List<String>> CONSONANTS =
            WordTable.load("devanagari_consonants.txt");
    private static final Map<String, List<String>> VOWELS = WordTable.load("devanagari_vowels.txt");

    private Devanagari() {}

    static List<String> spellings(String text) {
        List<String> result = new ArrayList<>();
        add(result, spell(text, 0, true));
        add(result, spell(text, 1, true));
        add(result, spell(text, 0, false));
        return result;
    }

    private static void add(List<String> result, String spelling) {
        if (!spelling.isEmpty() && !result.contains(spelling)) {
            result.add(spelling);
        }
    }

    /// One unit of writing: a consonant with its vowel, or a vowel alone.
    ///
    /// @param inherent is the vowel the unwritten a?
    private record Unit(String consonant, String vowel, boolean inherent) {}

    private static String spell(String text, int system, boolean dropUnspoken) {
        List<Unit> units = units(text, system);
        StringBuilder out = new StringBuilder(text.length() * 2);
        boolean dropped = true;
        for (int i = 0; i < units.size(); i++) {
            Unit unit = units.get(i);
            out.append(unit.consonant);
            boolean silent =
                    dropUnspoken && unit.inherent && isSilent(units, i, dropped) && !out.isEmpty();
            if (!silent) {
                out.append(unit.vowel);
            }
            dropped = silent;
        }
        return out.toString();
    }

    private static boolean isSilent(List<Unit> units, int i, boolean previousDropped) {
        if (i == units.size() - 1) {
            return i > 0;
        }
        return i > 0
                && i < units.size() - 1
                && !previousDropped
                && !units.get(i - 1).vowel.isEmpty()
                && !units.get(i + 1).consonant.isEmpty()
                && !units.get(i + 1).vowel.isEmpty()
                && !units.get(i + 1).inherent;
    }

    private static List<Unit> units(String text, int system) {
        List<Unit> units = new ArrayList<>();
        for (int i = 0; i < text.length(); ) {
            int length = i + 1 < text.length() && text.charAt(i + 1) == NUKTA ? 2 : 1;
            String letter = text.substring(i, i + length);
            List<String> consonant = CONSONANTS.get(letter);
            if (consonant == null && length == 2) {
                consonant = CONSONANTS.get(text.substring(i, i + 1));
            }
            i += length;
            if (consonant == null) {
                String vowel = pick(VOWELS.get(letter), system);
                if (!vowel.isEmpty()) {
                    units.add(new Unit("", vowel, false));
                }
                continue;
            }
            String latin = pick(consonant, system);
            if (latin.equals("h") && i > 1 && text.charAt(i - 2) == ANUSVARA) {
                latin = "gh"; // singh
            }
            String sign = i < text.length() ? text.substring(i, i + 1) : "";
            if (!sign.isEmpty() && sign.charAt(0) == VIRAMA) {
                units.add(new Unit(latin, "", false));
                i++;
            } else if (!sign.isEmpty()
                    && sign.charAt(0) >= '\u093E'
                    && sign.charAt(0) <= '\u094C') {
                units.add(new Unit(latin, pick(VOWELS.get(sign), system), false));
                i++;
            } else {
                units.add(new Unit(latin, "a", true));
            }
        }
        return units;
    }

    private static String pick(@Nullable List<String> choices, int system) {
        if (choices == null || choices.isEmpty()) {
            return "";
        }
        return choices.get(Math.min(system, choices.size() - 1));
    }
}
