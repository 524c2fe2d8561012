package manumit.matching;

import java.util.Locale;

/// How two values of a field stand to each other.
public enum Outcome {
    /// The same, or two writings of the same.
    AGREE,
    /// Close: a likely slip, another romanisation, a swapped day and month.
    NEAR,
    /// One side has it, the other leaves it out. Not a contradiction.
    OMITTED,
    /// Both sides have it and they differ.
    CONTRADICTED,
    /// Neither side has it, or it cannot be compared.
    UNKNOWN;

    /// Lower case, as in JSON.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
