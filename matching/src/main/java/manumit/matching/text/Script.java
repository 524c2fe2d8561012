package manumit.matching.text;

import java.lang.Character.UnicodeScript;

/// The script a name is written in, as far as names are handled differently.
public enum Script {
    LATIN,
    CYRILLIC,
    GREEK,
    ARABIC,
    HEBREW,
    HAN,
    /// Hiragana and katakana.
    KANA,
    HANGUL,
    DEVANAGARI,
    GEORGIAN,
    ARMENIAN,
    /// Any other script, or no letters at all.
    OTHER;

    private static final int COUNT = values().length;
    private static final Script[] ALL = values();

    /// The script of most letters; of several equally frequent ones, the first in the order of this
    /// enum. `OTHER` where there is no letter.
    @SuppressWarnings("EnumOrdinal") // counters by script, within this method
    public static Script of(CharSequence text) {
        int[] counts = null;
        int latin = 0;
        int length = text.length();
        for (int i = 0; i < length; ) {
            char c = text.charAt(i);
            if (c < 0x80) {
                if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') {
                    latin++;
                }
                i++;
                continue;
            }
            int codePoint = Character.codePointAt(text, i);
            i += Character.charCount(codePoint);
            if (Character.isLetter(codePoint)) {
                if (counts == null) {
                    counts = new int[COUNT];
                }
                counts[of(codePoint).ordinal()]++;
            }
        }
        if (counts == null) {
            return latin > 0 ? LATIN : OTHER;
        }
        counts[LATIN.ordinal()] += latin;
        int best = OTHER.ordinal();
        for (int s = COUNT - 1; s >= 0; s--) {
            if (counts[s] > 0 && counts[s] >= counts[best]) {
                best = s;
            }
        }
        return ALL[best];
    }

    /// The script of one code point; `OTHER` for digits, punctuation and lone surrogates.
    public static Script of(int codePoint) {
        if (codePoint < 0x250) {
            boolean latin =
                    codePoint < 0x80
                            ? (codePoint | 0x20) >= 'a' && (codePoint | 0x20) <= 'z'
                            : codePoint >= 0xC0 && codePoint != 0xD7 && codePoint != 0xF7;
            if (latin || codePoint < 0x80) {
                return latin ? LATIN : OTHER;
            }
        }
        if (codePoint >= 0x400 && codePoint < 0x530) {
            return CYRILLIC;
        }
        if (codePoint >= 0x4E00 && codePoint < 0xA000) {
            return HAN;
        }
        if (codePoint >= 0xAC00 && codePoint < 0xD7A4) {
            return HANGUL;
        }
        if (codePoint == 0x30FC) {
            return KANA;
        }
        if (codePoint >= 0x1E00 && codePoint < 0x1F00) {
            return LATIN;
        }
        if (codePoint >= 0x620 && codePoint < 0x64B && codePoint != 0x640) {
            return ARABIC;
        }
        UnicodeScript script = UnicodeScript.of(codePoint);
        if (script == UnicodeScript.LATIN) {
            return LATIN;
        }
        return switch (script) {
            case CYRILLIC -> CYRILLIC;
            case GREEK -> GREEK;
            case ARABIC -> ARABIC;
            case HEBREW -> HEBREW;
            case HAN -> HAN;
            case HIRAGANA, KATAKANA -> KANA;
            case HANGUL -> HANGUL;
            case DEVANAGARI -> DEVANAGARI;
            case GEORGIAN -> GEORGIAN;
            case ARMENIAN -> ARMENIAN;
            default -> OTHER;
        };
    }
}
