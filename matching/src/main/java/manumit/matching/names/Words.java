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
    static List<String> of(String normalised) {
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
