package manumit.testkit;

import java.util.Random;

/// The start of one run of a randomised test. Shows in the test's name how to run it again.
///
/// @param value what the sources of randomness start from
public record Seed(long value) {

    /// A new source of randomness; the same seed gives the same numbers on every machine.
    public Random random() {
        return new Random(value);
    }

    @Override
    public String toString() {
        return "seed " + value + ", repeat with -Dseed=" + value;
    }
}
