package manumit.benchmarks.flights;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// An invented flight: the truth, and the messages about it.
///
/// @param carrier designator of two characters
/// @param number 1 to 9999
/// @param from first airport
/// @param to last airport
/// @param departure local time of `from`
/// @param arrival local time of `to`
/// @param bookings in no order
/// @param habits how the carrier writes
/// @param seed what messages are drawn from
public record Flight(
        String carrier,
        int number,
        Airport from,
        Airport to,
        LocalDateTime departure,
        LocalDateTime arrival,
        List<Booking> bookings,
        Habits habits,
        long seed) {

    public Flight {
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        Objects.requireNonNull(departure);
        Objects.requireNonNull(arrival);
        Objects.requireNonNull(habits);
        bookings = List.copyOf(bookings);
    }

    /// Everybody on board, in the order of the bookings.
    public Stream<Traveller> travellers() {
        return bookings.stream().flatMap(booking -> booking.travellers().stream());
    }

    public int travellerCount() {
        int count = 0;
        for (Booking booking : bookings) {
            count += booking.travellers().size();
        }
        return count;
    }

    /// Carrier and number, for example `XZ0042`.
    public String designator() {
        return carrier + (number < 10 ? "00" : number < 100 ? "0" : "") + number;
    }

    /// The passenger list: one PAXLST interchange a part, in the order in which they arrive.
    public List<byte[]> paxlst() {
        return new PaxlstWriter(this, new SplittableRandom(seed)).write();
    }

    /// The bookings: one PNRGOV interchange a part, in the order in which they arrive.
    public List<byte[]> pnrgov() {
        return new PnrgovWriter(this, new SplittableRandom(seed + 1)).write();
    }

    /// Never shows personal data.
    @Override
    public String toString() {
        return "Flight[" + designator() + " " + from.code() + "-" + to.code() + "]";
    }
}
