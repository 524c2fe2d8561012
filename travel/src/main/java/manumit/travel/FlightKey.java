package manumit.travel;

/// What two messages about one flight have in common.
///
/// @param flight carrier, number without zeros, suffix
/// @param from airport of departure
/// @param to airport of arrival
/// @param departureDate on the clocks of `from`
public record FlightKey(String flight, String from, String to, PartialDate departureDate) {}
