package manumit.travel.intake;

/// Masks numbers of payment cards.
///
/// In text, 13 to 19 digits, perhaps in groups with single blanks or hyphens, are taken for one if
/// the check digit (Luhn) holds. One in ten other numbers of that length passes it and is masked
/// too.
public final class CardNumbers {

    private static final int SHORTEST = 13;
    private static final int LONGEST = 19;
    private static final int KEPT_DIGITS = 4;

    private CardNumbers() {}

    /// The number with all but its last four characters as `*`; for fields that hold card numbers,
    /// whatever they look like.
    public static String masked(String number) {
        int kept = Math.min(KEPT_DIGITS, number.length() / 3);
        int cut = number.length() - kept;
        return "*".repeat(cut) + number.substring(cut);
    }

    /// The text with each card number in it masked.
    public static String maskedIn(String text) {
        StringBuilder masked = null;
        int i = 0;
        while (i < text.length()) {
            if (!isDigit(text.charAt(i))) {
                i++;
                continue;
            }
            int end = endOfCard(text, i);
            if (end > i) {
                if (masked == null) {
                    masked = new StringBuilder(text);
                }
                mask(masked, i, end);
                i = end;
            } else {
                i = endOfDigits(text, i);
            }
        }
        return masked == null ? text : masked.toString();
    }

    /// End of the longest run of whole groups from here that is a card's number; `from` if there is
    /// none. Other numbers may stand before and behind it: `4111 1111 1111 1111 0230`.
    private static int endOfCard(String text, int from) {
        int found = from;
        int end = endOfDigits(text, from);
        int digits = end - from;
        while (digits <= LONGEST) {
            if (isCard(text, from, end)) {
                found = end;
            }
            int next = end + 1;
            if (next >= text.length()
                    || (text.charAt(end) != ' ' && text.charAt(end) != '-')
                    || !isDigit(text.charAt(next))) {
                break;
            }
            end = endOfDigits(text, next);
            digits += end - next;
        }
        return found;
    }

    private static int endOfDigits(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isCard(String text, int from, int end) {
        int digits = 0;
        int sum = 0;
        for (int i = end - 1; i >= from; i--) {
            char c = text.charAt(i);
            if (isDigit(c)) {
                int value = c - '0';
                if (digits % 2 == 1) {
                    value = value * 2 > 9 ? value * 2 - 9 : value * 2;
                }
                sum += value;
                digits++;
            }
        }
        return digits >= SHORTEST && digits <= LONGEST && sum % 10 == 0;
    }

    private static void mask(StringBuilder text, int from, int end) {
        int kept = 0;
        for (int i = end - 1; i >= from; i--) {
            if (isDigit(text.charAt(i))) {
                kept++;
                if (kept > KEPT_DIGITS) {
                    text.setCharAt(i, '*');
                }
            }
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
