package manumit.travel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A flight number taken apart.
///
/// @param carrier designator of two or three characters, capitals; empty if unknown
/// @param number one to four digits without leading zeros; empty if unreadable or open
/// @param suffix a letter, or empty
/// @param written as the message has it
public record FlightNumber(String carrier, String number, String suffix, String written) {

    public static final FlightNumber UNKNOWN = new FlightNumber("", "", "", "");

    /// Two-character designators first; those hold a letter at least.
    private static final Pattern WHOLE =
            Pattern.compile("([A-Z][A-Z0-9]|[0-9][A-Z]|[A-Z]{3}) ?0*(\\d{1,4})([A-Z]?)");

    private static final Pattern NUMBER = Pattern.compile("0*(\\d{1,4})([A-Z]?)");

    /// `ZZ123`, `CA339A`; {@link #isReadable} says whether it could be taken apart.
    public static FlightNumber parse(String written) {
        Matcher matcher = WHOLE.matcher(written);
        return matcher.matches()
                ? new FlightNumber(matcher.group(1), matcher.group(2), matcher.group(3), written)
                : new FlightNumber("", "", "", written);
    }

    /// Carrier and number from fields of their own.
    public static FlightNumber of(String carrier, String number) {
        String written = carrier + number;
        Matcher matcher = NUMBER.matcher(number);
        return matcher.matches()
                ? new FlightNumber(carrier, matcher.group(1), matcher.group(2), written)
                : new FlightNumber(carrier, "", "", written);
    }

    public boolean isReadable() {
        return !number.isEmpty();
    }

    /// Carrier, number, suffix without zeros in front: `ZZ123A`; as written if unreadable.
    public String text() {
        return isReadable() ? carrier + number + suffix : written;
    }
}
