package manumit.cli.flights;

import java.util.List;
import manumit.travel.Booking;
import manumit.travel.BookingList;
import manumit.travel.Leg;
import manumit.travel.Passenger;
import manumit.travel.PassengerList;
import manumit.travel.RejectedPerson;
import manumit.travel.TravelMessage;
import manumit.travel.Unreadable;

/// A message, and where it was met.
///
/// @param file as named on the command line
/// @param number of the message in the file, from 1; what could not be read counts as one
record FlightMessage(String file, int number, TravelMessage message) {

    /// `PAXLST`, `PNRGOV`, or `UNREADABLE`.
    String type() {
        return switch (message) {
            case PassengerList _ -> "PAXLST";
            case BookingList _ -> "PNRGOV";
            case Unreadable _ -> "UNREADABLE";
        };
    }

    /// {@link Leg#UNKNOWN} where the message names none.
    Leg flight() {
        return switch (message) {
            case PassengerList list -> list.manifest().flight();
            case BookingList list -> list.flight();
            case Unreadable _ -> Leg.UNKNOWN;
        };
    }

    List<Passenger> passengers() {
        return switch (message) {
            case PassengerList list -> list.manifest().passengers();
            case BookingList list -> list.passengers();
            case Unreadable _ -> List.of();
        };
    }

    List<Booking> bookings() {
        return switch (message) {
            case BookingList list -> list.bookings();
            case PassengerList _, Unreadable _ -> List.of();
        };
    }

    List<RejectedPerson> rejected() {
        return switch (message) {
            case PassengerList list -> list.rejected();
            case BookingList list -> list.rejected();
            case Unreadable _ -> List.of();
        };
    }

    @Override
    public String toString() {
        return file + " message " + number + ": " + type();
    }
}
