package manumit.travel.intake;

/// Numbers of few digits.
public final class Digits {

    private Digits() {}

    /// Whether the text is digits only, and at least one.
    public static boolean only(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /// The number; -1 if the text is none, or has more digits than that.
    ///
    /// @param most 1 to 9
    public static int number(String text, int most) {
        return text.length() <= most && only(text) ? Integer.parseInt(text) : -1;
    }
}
