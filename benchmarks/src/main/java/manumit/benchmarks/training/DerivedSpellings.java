package manumit.benchmarks.training;

import java.text.Normalizer;
import java.util.Map;
import manumit.matching.similarity.Letters;
import manumit.matching.text.Script;

/// Training data for scripts without any: foreign names in a related script are rewritten as the
/// script would write them.
///
/// Kana from Hangul: both write foreign names by sound, syllable by syllable, with filler vowels.
/// Greek from Cyrillic: both write them letter by letter with the same sounds. The rules follow
/// common practice; where practice wavers (Greek nt or d for д), a hash of the name chooses, so
/// that the table sees both. Names native to the script are not covered: those match by
/// romanisation.
final class DerivedSpellings {

    // Romaji of the jamo vowels ㅏ to ㅣ (U+1161 …), as Japanese hears the foreign sounds that Korean
    // writes with them.
    private static final String[] VOWELS = {
        "a", "a", "ya", "ya", "a", "e", "ya", "ie", "o", "wa", "we", "we", "yo", "u", "wo", "we",
        "wi", "yu", "u", "i", "i"
    };

    // Romaji of the initial jamo ㄱ to ㅎ (U+1100 …).
    private static final String[] INITIALS = {
        "g", "k", "n", "d", "t", "r", "m", "b", "p", "s", "s", "", "j", "Q", "C", "k", "t", "p", "h"
    };

    // Romaji of the final jamo with a filler vowel, by code from U+11A8; others are rare.
    private static final Map<Character, String> FINALS =
            Map.of(
                    'ᆨ', "ku", 'ᆫ', "n", 'ᆮ', "to", 'ᆯ', "ru", 'ᆷ', "mu", 'ᆸ', "pu", 'ᆺ', "to", 'ᆼ',
                    "ngu");

    private static final Map<Character, String> GREEK =
            Map.ofEntries(
                    Map.entry('а', "α"),
                    Map.entry('б', "μπ"),
                    Map.entry('в', "β"),
                    Map.entry('г', "γκ"),
                    Map.entry('д', "ντ"),
                    Map.entry('е', "ε"),
                    Map.entry('ж', "ζ"),
                    Map.entry('з', "ζ"),
                    Map.entry('и', "ι"),
                    Map.entry('й', "ι"),
                    Map.entry('к', "κ"),
                    Map.entry('л', "λ"),
                    Map.entry('м', "μ"),
                    Map.entry('н', "ν"),
                    Map.entry('о', "ο"),
                    Map.entry('п', "π"),
                    Map.entry('р', "ρ"),
                    Map.entry('с', "σ"),
                    Map.entry('т', "τ"),
                    Map.entry('у', "ου"),
                    Map.entry('ф', "φ"),
                    Map.entry('х', "χ"),
                    Map.entry('ц', "τσ"),
                    Map.entry('ч', "τσ"),
                    Map.entry('ш', "σ"),
                    Map.entry('щ', "στσ"),
                    Map.entry('ы', "ι"),
                    Map.entry('э', "ε"),
                    Map.entry('ю', "ιου"),
                    Map.entry('я', "ια"));

    private DerivedSpellings() {}

    /// Letters of the katakana spelling of a name that is known in Latin and Hangul.
    static String kana(String latin, String hangul) {
        String jamo = Letters.of(Script.HANGUL, hangul);
        boolean writesF = latin.contains("f") || latin.contains("ph");
        boolean writesZ = latin.contains("z") || latin.contains("s");
        StringBuilder out = new StringBuilder();
        String initial = "";
        for (int i = 0; i < jamo.length(); i++) {
            char c = jamo.charAt(i);
            char next = i + 1 < jamo.length() ? jamo.charAt(i + 1) : ' ';
            if (c >= 'ᄀ' && c <= 'ᄒ') {
                initial = INITIALS[c - 'ᄀ'];
                if (initial.equals("p") && writesF && !latin.contains("p")) {
                    initial = "f";
                } else if (initial.equals("j")
                        && writesZ
                        && !latin.contains("j")
                        && !latin.contains("g")) {
                    initial = "z";
                }
            } else if (c >= 'ᅡ' && c <= 'ᅵ') {
                String vowel = VOWELS[c - 'ᅡ'];
                boolean filler = c == 'ᅳ';
                if (filler && (initial.equals("t") || initial.equals("d"))) {
                    vowel = "o";
                } else if (filler && initial.equals("C")) {
                    initial = "Q";
                } else if (initial.equals("s") && (vowel.startsWith("y") || vowel.equals("i"))) {
                    initial = "S";
                    vowel = vowel.startsWith("y") ? vowel.substring(1) : vowel;
                } else if ((initial.equals("C") || initial.equals("j")) && vowel.startsWith("y")) {
                    vowel = vowel.substring(1);
                }
                out.append(initial).append(vowel);
                initial = "";
            } else {
                boolean doubled = c == 'ᆯ' && next == 'ᄅ';
                boolean nasal = c == 'ᆷ' && "ᄆᄇᄑ".indexOf(next) >= 0;
                boolean velar = c == 'ᆼ' && "ᄀᄏ".indexOf(next) >= 0;
                out.append(doubled ? "" : nasal || velar ? "n" : FINALS.getOrDefault(c, ""));
            }
        }
        return singled(out);
    }

    /// The Greek spelling of a name that is known in Latin and Cyrillic.
    static String greek(String latin, String cyrillic) {
        int choice = Math.floorMod((latin.hashCode() * 0x9E3779B9) >>> 7, 100);
        String s = Normalizer.normalize(Letters.of(Script.CYRILLIC, cyrillic), Normalizer.Form.NFC);
        s = s.replace("дж", "τζ").replace("кс", "ξ").replace("пс", "ψ");
        if (latin.contains("th")) {
            s = s.replaceFirst("т", "θ");
        }
        if (choice < 40) {
            s = s.replace('д', 'δ').replace('г', 'γ');
        }
        if (choice % 7 == 0) {
            s = s.replace('б', 'β');
        }
        if (choice % 3 == 0) {
            s = s.replace('и', 'η');
        }
        if (choice % 4 == 0) {
            s = s.replace('о', 'ω');
        }
        if (latin.contains("y") && choice % 2 == 0) {
            s = s.replace('и', 'υ').replace('й', 'υ');
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c >= 'α' && c <= 'ω') {
                out.append(c);
            } else {
                out.append(GREEK.getOrDefault(c, ""));
            }
        }
        return out.toString();
    }

    private static String singled(CharSequence letters) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < letters.length() && out.length() < Letters.MAX_LENGTH; i++) {
            if (out.isEmpty() || out.charAt(out.length() - 1) != letters.charAt(i)) {
                out.append(letters.charAt(i));
            }
        }
        return out.toString();
    }
}
