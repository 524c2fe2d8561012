package manumit.travel;

import java.util.Objects;

/// One stage of a journey.
///
/// @param kind flight, or how else
/// @param flight number under which it was sold; unknown for surface and open legs
/// @param operating number under which it is flown, where it is another; else unknown
/// @param from airport code, or empty
/// @param to airport code, or empty
/// @param departure at `from`, scheduled
/// @param arrival at `to`, scheduled
/// @param bookingClass a letter, or empty
/// @param status of the booking, for example `HK`; or empty
public record Leg(
        Kind kind,
        FlightNumber flight,
        FlightNumber operating,
        String from,
        String to,
        LocalMoment departure,
        LocalMoment arrival,
        String bookingClass,
        String status) {

    /// How the stage is travelled.
    public enum Kind {
        FLIGHT,
        /// By land or not told (`ARNK`).
        SURFACE,
        /// A flight whose date or number is not fixed.
        OPEN
    }

    public static final Leg UNKNOWN =
            of(FlightNumber.UNKNOWN, "", "", LocalMoment.UNKNOWN, LocalMoment.UNKNOWN);

    public static Leg of(
            FlightNumber flight,
            String from,
            String to,
            LocalMoment departure,
            LocalMoment arrival) {
        return new Leg(
                Kind.FLIGHT, flight, FlightNumber.UNKNOWN, from, to, departure, arrival, "", "");
    }

    public Leg {
        Objects.requireNonNull(kind);
    }

    public boolean isUnknown() {
        return equals(UNKNOWN);
    }

    public Leg withOperating(FlightNumber number) {
        return new Leg(kind, flight, number, from, to, departure, arrival, bookingClass, status);
    }

    public Leg withStatus(String changed) {
        return new Leg(
                kind, flight, operating, from, to, departure, arrival, bookingClass, changed);
    }

    /// What identifies the flight among messages.
    public FlightKey key() {
        FlightNumber flown = operating.isReadable() ? operating : flight;
        return new FlightKey(flown.text(), from, to, departure.date());
    }
}
