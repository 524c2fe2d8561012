package manumit.travel;

import java.util.List;
import manumit.travel.warnings.Warning;

/// A PNRGOV message: bookings for a flight.
///
/// @param functionCode MSG as written: `22` all bookings, `141` those that changed
/// @param flight the leg for which the bookings were sent; {@link Leg#UNKNOWN} if none is given
/// @param statedBookings bookings in all parts of the series; -1 if not stated
/// @param rejected travellers of whom nothing could be read
/// @param unread segments that nothing reads
public record BookingList(
        MessageHeader header,
        String functionCode,
        Leg flight,
        int statedBookings,
        List<Booking> bookings,
        List<RejectedPerson> rejected,
        List<UnreadSegment> unread,
        Dropped dropped,
        List<Warning> warnings)
        implements TravelMessage {

    public BookingList {
        bookings = List.copyOf(bookings);
        rejected = List.copyOf(rejected);
        unread = List.copyOf(unread);
        warnings = List.copyOf(warnings);
    }

    /// The travellers of all bookings; each carries the locator of its booking.
    public List<Passenger> passengers() {
        return bookings.stream().flatMap(booking -> booking.passengers().stream()).toList();
    }

    /// Type, place and counts.
    @Override
    public String toString() {
        return header.type() + " at " + header.place() + ", " + bookings.size() + " bookings";
    }
}
