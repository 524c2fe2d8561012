package manumit.travel;

/// Who made a booking. Fields are empty where nothing is written.
///
/// @param system reservation system or carrier that holds the booking
/// @param iataNumber of the office, digits
/// @param office the system's own name of the office
/// @param city code
/// @param country code of two letters
/// @param agent sign of the person who booked
/// @param airline whether the office is the airline's own; an agency's otherwise or if unknown
public record Agency(
        String system,
        String iataNumber,
        String office,
        String city,
        String country,
        String agent,
        boolean airline) {

    public static final Agency UNKNOWN = new Agency("", "", "", "", "", "", false);
}
