package manumit.hub.access;

import java.util.regex.Pattern;

/// Why somebody acts, and for which operation (R5).
///
/// @param operation reference of the operation; empty for what belongs to none
public record Reason(String operation, Purpose purpose) {

    private static final Pattern OPERATION = Pattern.compile("([A-Za-z0-9][A-Za-z0-9._-]{0,63})?");

    public Reason {
        if (!isOperation(operation)) {
            throw new IllegalArgumentException("operation: no reference");
        }
    }

    /// Letters, digits, `.`, `_` and `-`, at most 64; or empty.
    public static boolean isOperation(String text) {
        return OPERATION.matcher(text).matches();
    }
}
