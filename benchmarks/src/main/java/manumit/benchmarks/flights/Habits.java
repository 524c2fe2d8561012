package manumit.benchmarks.flights;

import java.util.SplittableRandom;

/// How a carrier's system writes its messages. The deviations are those seen in production.
///
/// @param paxlstVersion `D:05B` or `D:15B`
/// @param pnrgovVersion `11:1` or `15:1`
/// @param service service characters, announced by UNA unless they are the default ones
/// @param hasUna whether UNA is written though the characters are the default ones
/// @param hasGroup whether UNG and UNE are written
/// @param lines how segments are set on lines
/// @param isTypeB whether messages are wrapped for Type B
/// @param partTravellers travellers a part, at most; 0 for one message
/// @param isMixed whether parts arrive in another order
/// @param marksParts whether the first and last part are marked C and F
/// @param count what the trailer says of the number of segments
/// @param hasUnz whether the interchange is closed
/// @param isLowerCase whether names are in lower case
/// @param blanksInDates whether dates begin with a blank
/// @param isDateFirst whether the birth date stands before the sex
/// @param isBrief whether optional segments are left out
/// @param unknownGiven what stands for a given name that is not there: empty or `FNU`
public record Habits(
        String paxlstVersion,
        String pnrgovVersion,
        ServiceCharacters service,
        boolean hasUna,
        boolean hasGroup,
        Lines lines,
        boolean isTypeB,
        int partTravellers,
        boolean isMixed,
        boolean marksParts,
        Count count,
        boolean hasUnz,
        boolean isLowerCase,
        boolean blanksInDates,
        boolean isDateFirst,
        boolean isBrief,
        String unknownGiven) {

    /// How segments are set on lines.
    public enum Lines {
        /// One after the other.
        NONE,
        /// One a line.
        SEGMENTS,
        /// Cut every 63 characters, anywhere.
        FOLDED_63,
        /// Cut every 69 characters, anywhere.
        FOLDED_69
    }

    /// What UNT says.
    public enum Count {
        RIGHT,
        ONE_LESS,
        /// A number of its own.
        WRONG
    }

    /// The characters that set segments, elements and components apart.
    public record ServiceCharacters(char component, char element, char release, char terminator) {

        /// ISO 9735 level A.
        public static final ServiceCharacters DEFAULT = new ServiceCharacters(':', '+', '?', '\'');

        /// As one large system sends them.
        public static final ServiceCharacters STARS = new ServiceCharacters(':', '*', '?', '$');
    }

    private static final Habits PLAIN =
            new Habits(
                    "D:05B",
                    "11:1",
                    ServiceCharacters.DEFAULT,
                    false,
                    false,
                    Lines.NONE,
                    false,
                    0,
                    false,
                    true,
                    Count.RIGHT,
                    true,
                    false,
                    false,
                    false,
                    false,
                    "");

    /// One message, one after the other, nothing left out.
    static Habits plain() {
        return PLAIN;
    }

    /// No deviation; versions and line ends differ.
    static Habits clean(SplittableRandom random) {
        return new Habits(
                random.nextInt(3) == 0 ? "D:15B" : "D:05B",
                random.nextInt(3) == 0 ? "15:1" : "11:1",
                ServiceCharacters.DEFAULT,
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean() ? Lines.NONE : Lines.SEGMENTS,
                false,
                0,
                false,
                true,
                Count.RIGHT,
                true,
                false,
                false,
                false,
                random.nextInt(3) == 0,
                "");
    }

    /// Several deviations at once, as real systems have them.
    static Habits deviating(SplittableRandom random) {
        boolean isTypeB = random.nextInt(3) == 0;
        boolean isMultiPart = isTypeB || random.nextInt(3) == 0;
        return new Habits(
                random.nextInt(3) == 0 ? "D:15B" : "D:05B",
                random.nextInt(3) == 0 ? "15:1" : "11:1",
                random.nextInt(6) == 0 ? ServiceCharacters.STARS : ServiceCharacters.DEFAULT,
                random.nextBoolean(),
                random.nextBoolean(),
                isTypeB
                        ? (random.nextBoolean() ? Lines.FOLDED_63 : Lines.FOLDED_69)
                        : (random.nextBoolean() ? Lines.FOLDED_63 : Lines.SEGMENTS),
                isTypeB,
                isTypeB ? 8 + random.nextInt(5) : isMultiPart ? 10 + random.nextInt(40) : 0,
                random.nextBoolean(),
                random.nextInt(3) != 0,
                switch (random.nextInt(3)) {
                    case 0 -> Count.RIGHT;
                    case 1 -> Count.ONE_LESS;
                    default -> Count.WRONG;
                },
                random.nextInt(4) != 0,
                random.nextInt(4) == 0,
                random.nextInt(4) == 0,
                random.nextInt(3) == 0,
                random.nextBoolean(),
                random.nextBoolean() ? "FNU" : "");
    }

    /// Does the carrier deviate from the guides at all?
    public boolean isDeviating() {
        return !service.equals(ServiceCharacters.DEFAULT)
                || lines == Lines.FOLDED_63
                || lines == Lines.FOLDED_69
                || isTypeB
                || isMixed
                || count != Count.RIGHT
                || !hasUnz
                || isLowerCase
                || blanksInDates
                || isDateFirst;
    }
}
