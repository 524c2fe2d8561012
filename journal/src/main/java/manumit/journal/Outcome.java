package manumit.journal;

import java.util.Arrays;
import java.util.Optional;

/// How an act ended.
public enum Outcome {
    DONE("done"),
    /// A search or check that found nothing.
    EMPTY("empty"),
    /// Refused for want of rights. A denial is an act like any other.
    DENIED("denied"),
    /// Tried, and not done for another reason.
    FAILED("failed");

    private final String code;

    Outcome(String code) {
        this.code = code;
    }

    /// Stable: part of the canonical form and of exports.
    public String code() {
        return code;
    }

    public static Optional<Outcome> find(String code) {
        return Arrays.stream(values()).filter(outcome -> outcome.code.equals(code)).findFirst();
    }

    static Outcome get(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("outcome: unknown code"));
    }
}
