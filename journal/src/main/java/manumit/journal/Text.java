package manumit.journal;

/// What may stand in a field: no control characters, no broken surrogates, a bounded length.
final class Text {

    private Text() {}

    /// @return the value
    /// @throws IllegalArgumentException naming the field, never the value
    static String require(String field, String value, int mostChars) {
        if (value.length() > mostChars) {
            throw new IllegalArgumentException(
                    field + ": " + value.length() + " characters, at most " + mostChars);
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c == 0x7F) {
                throw new IllegalArgumentException(
                        field + ": control character at " + i + ", none is allowed");
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == value.length()
                        || !Character.isLowSurrogate(value.charAt(i + 1))) {
                    throw new IllegalArgumentException(field + ": broken surrogate at " + i);
                }
                i++;
            }
        }
        return value;
    }

    /// A value that must not be empty.
    static String requireStated(String field, String value, int mostChars) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException(field + ": empty, must be stated");
        }
        return require(field, value, mostChars);
    }
}
