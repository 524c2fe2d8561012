package manumit.matching.documents;

import manumit.matching.DocumentType;
import manumit.matching.TravelDocument;

/// Check digits that some document numbers carry within themselves.
public final class CheckDigits {

    /// What a check digit says about a number.
    public enum Verdict {
        /// The number carries a check digit and it holds.
        HOLDS,
        /// The number carries a check digit and it does not hold: at least one character is wrong.
        FAILS,
        /// Numbers of this kind carry none that we know.
        NONE
    }

    private static final int[] ICAO_WEIGHTS = {7, 3, 1};
    private static final int[] RESIDENT_ID_WEIGHTS = {
        7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2
    };
    private static final String RESIDENT_ID_DIGITS = "10X98765432";
    private static final int[] PESEL_WEIGHTS = {1, 3, 7, 9, 1, 3, 7, 9, 1, 3};
    private static final String SPANISH_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";

    private CheckDigits() {}

    /// Checks a document's number by the rule of its type and issuer.
    public static Verdict verdict(TravelDocument document) {
        String number = DocumentNumber.of(document.number()).plain();
        String issuer = document.issuer().code();
        if (document.type() == DocumentType.NATIONAL_ID) {
            return switch (issuer) {
                case "CN" ->
                        number.matches("\\d{17}[\\dX]")
                                ? holds(isChineseResidentId(number))
                                : Verdict.NONE;
                case "PL" -> number.matches("\\d{11}") ? holds(isPesel(number)) : Verdict.NONE;
                case "ES" ->
                        number.matches("\\d{8}[A-Z]") ? holds(isSpanishDni(number)) : Verdict.NONE;
                case "TR" ->
                        number.matches("[1-9]\\d{10}") ? holds(isTurkishId(number)) : Verdict.NONE;
                default -> Verdict.NONE;
            };
        }
        if (document.type() == DocumentType.REGISTRATION && number.matches("IMO\\d{7}")) {
            return holds(isImoNumber(number));
        }
        return Verdict.NONE;
    }

    /// The check digit of ICAO 9303-3 §4.9 over digits, capital letters (A is 10) and fillers.
    ///
    /// @param text capital letters, digits and `<`
    /// @return the digit as a character
    public static char icao(String text) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int value = c == '<' ? 0 : Character.digit(c, 36);
            if (value < 0) {
                throw new IllegalArgumentException(
                        "text: position " + (i + 1) + " is no capital letter, digit or filler");
            }
            sum += value * ICAO_WEIGHTS[i % 3];
        }
        return (char) ('0' + sum % 10);
    }

    /// Is `longer` the number `shorter` followed by its machine-readable check digit? Clerks copy
    /// ten characters of an MRZ where the printed number has nine.
    public static boolean isWithCheckDigit(String longer, String shorter) {
        return shorter.length() >= 7
                && longer.length() == shorter.length() + 1
                && longer.startsWith(shorter)
                && longer.charAt(shorter.length()) == icao(shorter);
    }

    private static Verdict holds(boolean yes) {
        return yes ? Verdict.HOLDS : Verdict.FAILS;
    }

    /// GB 11643-1999: ISO 7064 mod 11-2.
    private static boolean isChineseResidentId(String number) {
        return RESIDENT_ID_DIGITS.charAt(weighted(number, RESIDENT_ID_WEIGHTS) % 11)
                == number.charAt(17);
    }

    private static boolean isPesel(String number) {
        return (10 - weighted(number, PESEL_WEIGHTS) % 10) % 10 == digit(number, 10);
    }

    private static boolean isSpanishDni(String number) {
        return SPANISH_LETTERS.charAt(Integer.parseInt(number.substring(0, 8)) % 23)
                == number.charAt(8);
    }

    private static boolean isTurkishId(String number) {
        int odd = 0;
        int even = 0;
        int all = 0;
        for (int i = 0; i < 10; i++) {
            int d = digit(number, i);
            all += d;
            if (i < 9) {
                if (i % 2 == 0) {
                    odd += d;
                } else {
                    even += d;
                }
            }
        }
        return Math.floorMod(odd * 7 - even, 10) == digit(number, 9)
                && all % 10 == digit(number, 10);
    }

    /// IMO Resolution A.1117(30): digits weighted 7 to 2.
    private static boolean isImoNumber(String number) {
        int sum = 0;
        for (int i = 0; i < 6; i++) {
            sum += digit(number, 3 + i) * (7 - i);
        }
        return sum % 10 == digit(number, 9);
    }

    private static int weighted(String number, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += digit(number, i) * weights[i];
        }
        return sum;
    }

    private static int digit(String number, int index) {
        return number.charAt(index) - '0';
    }
}
