package manumit.matching.names;

import java.util.ArrayList;
import java.util.List;

/// Cuts a normalised line into words: runs of letters, combining marks and apostrophes. White
/// space, hyphens, full stops and all other signs separate.
final class Words {

    /// Most words of one line that are read.
    static final int MAX_WORDS = 24;

    private Words() {}

    /// The words in order; a word is never empty and has at least one letter.
    static List<KnownWord> of(String normalised) {
        List<KnownWord> words = new ArrayList<>(4);
        int length = normalised.length();
        int start = -1;
        boolean hasLetter = false;
        int i = 0;
        while (i <= length && words.size() < MAX_WORDS) {
            int c = i < length ? normalised.charAt(i) : ' ';
            if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') {
                start = start < 0 ? i : start;
                hasLetter = true;
                i++;
                continue;
            }
            if (Character.isHighSurrogate((char) c)) {
                c = normalised.codePointAt(i);
            }
            if (belongsToWord(c)) {
                start = start < 0 ? i : start;
                hasLetter |= Character.isLetter(c);
            } else {
                if (start >= 0 && hasLetter) {
                    words.add(KnownWord.of(normalised, start, i));
                }
                start = -1;
                hasLetter = false;
            }
            i += Character.charCount(c);
        }
        return words;
    }

    private static boolean belongsToWord(int c) {
        if (c == ' ' || c == '-' || c == '.') {
            return false;
        }
        if (Character.isLetterOrDigit(c) || c == '\'' || c == 'ー') {
            return true;
        }
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
