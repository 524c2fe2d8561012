package manumit.matching.documents;

/// A document number in the two forms in which numbers are compared.
///
/// @param plain capital letters and digits only, in order: `ab 12-3` becomes `AB123`
/// @param folded `plain` with the letters and digits that eyes and optical readers confuse mapped
///   to one digit: O, Q and D to 0; I, L and J to 1; Z to 2; S to 5; G to 6; B to 8
public record DocumentNumber(String plain, String folded) {

    /// Shortest number that is compared at all: shorter ones are row numbers and slips.
    public static final int MIN_LENGTH = 4;

    /// Letters and digits confused in reading. Source: ICAO 9303-3 §3 (OCR-B), and the error pairs
    /// that border posts report; only pairs of the same width, so a fold never changes the length.
    private static final String CONFUSED = "OQDILJZSGB";

    private static final String READ_AS = "0001112568";

    /// Reads a number as written; anything but Latin letters and digits is left out, digits of
    /// other scripts are read by their value.
    public static DocumentNumber of(String written) {
        StringBuilder plain = new StringBuilder(written.length());
        StringBuilder folded = new StringBuilder(written.length());
        for (int i = 0; i < written.length(); ) {
            int c = written.codePointAt(i);
            i += Character.charCount(c);
            char letter = plainLetter(c);
            if (letter != 0) {
                plain.append(letter);
                int confused = CONFUSED.indexOf(letter);
                folded.append(confused < 0 ? letter : READ_AS.charAt(confused));
            }
        }
        return new DocumentNumber(plain.toString(), folded.toString());
    }

    /// Long enough to say something?
    public boolean isComparable() {
        return plain.length() >= MIN_LENGTH;
    }

    private static char plainLetter(int c) {
        if (c >= 'a' && c <= 'z') {
            return (char) (c - 'a' + 'A');
        }
        if (c >= 'A' && c <= 'Z') {
            return (char) c;
        }
        int digit = Character.digit(c, 10);
        return digit >= 0 ? (char) ('0' + digit) : 0;
    }

    /// Never shows the number.
    @Override
    public String toString() {
        return "DocumentNumber[" + plain.length() + " characters]";
    }
}
