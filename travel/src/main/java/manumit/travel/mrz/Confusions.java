package manumit.travel.mrz;

/// Letters and digits that are read for each other.
final class Confusions {

    private static final String LETTERS_FOR_DIGIT = "OQDILZSGTB";
    private static final String DIGITS_FOR_LETTER = "0001125678";

    /// Letters a digit may stand for, the likeliest only.
    private static final String DIGITS = "012568";

    private static final String LETTERS = "OIZSGB";

    private Confusions() {}

    /// The digit a letter is read for; the character itself where there is none.
    static char digitFor(char c) {
        int at = LETTERS_FOR_DIGIT.indexOf(c);
        return at < 0 ? c : DIGITS_FOR_LETTER.charAt(at);
    }

    /// The other character where both letters and digits may stand; the character itself where
    /// there is none.
    static char otherFor(char c) {
        int at = DIGITS.indexOf(c);
        return at < 0 ? digitFor(c) : LETTERS.charAt(at);
    }
}
