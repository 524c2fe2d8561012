package manumit.benchmarks.crowd;

/// Which travellers a stream of checks is about.
///
/// @param seed start of everything drawn by lot
/// @param people the targets are among the first so many numbers of the crowd
/// @param targetShare share of checks about somebody listed, 0 to 1
/// @param datedShare share of checks with a full birth date, 0 to 1; the others have none
/// @param isBorder whether sex and nationality are given too, as a passport tells them
public record CheckOptions(
        long seed, long people, double targetShare, double datedShare, boolean isBorder) {

    public CheckOptions {
        if (people < 1) {
            throw new IllegalArgumentException("people: at least 1, found " + people);
        }
        requireShare("targetShare", targetShare);
        requireShare("datedShare", datedShare);
    }

    /// Name and birth date only; 0.5 % listed, 95 % dated.
    public static CheckOptions of(long seed, long people) {
        return new CheckOptions(seed, people, .005, .95, false);
    }

    public CheckOptions withTargetShare(double value) {
        return new CheckOptions(seed, people, value, datedShare, isBorder);
    }

    public CheckOptions withDatedShare(double value) {
        return new CheckOptions(seed, people, targetShare, value, isBorder);
    }

    public CheckOptions withBorder(boolean value) {
        return new CheckOptions(seed, people, targetShare, datedShare, value);
    }

    public CheckOptions withSeed(long value) {
        return new CheckOptions(value, people, targetShare, datedShare, isBorder);
    }

    private static void requireShare(String name, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(name + ": 0 to 1, found " + share);
        }
    }
}
