package manumit.benchmarks.flights;

import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// An endless, numbered list of invented flights. Each one follows from the options and its number
/// alone, so that any slice can be made at any time, in any thread, and none need be kept.
/// Thread-safe.
///
/// ```java
/// Flights.of(FlightOptions.of(1)).flights(0, 24_000).forEach(flight -> flight.paxlst());
/// ```
public final class Flights {

    /// Letters and digits that mean nobody in particular.
    private static final List<String> CARRIERS =
            List.of(
                    "XZ", "ZX", "Q9", "9Q", "U0", "X0", "Z0", "0Z", "0X", "XQ", "QZ", "Y0", "0Y",
                    "Z9", "9Z", "7X");

    private static final double KM_PER_MINUTE = 14;
    private static final int GROUND_MINUTES = 40;

    private final FlightOptions options;

    private Flights(FlightOptions options) {
        this.options = options;
    }

    public static Flights of(FlightOptions options) {
        return new Flights(options);
    }

    /// `count` flights from number `first` on. May be made parallel.
    public Stream<Flight> flights(long first, long count) {
        return LongStream.range(first, first + count).mapToObj(this::flight);
    }

    /// Flight number `number`, at least 0.
    public Flight flight(long number) {
        if (number < 0) {
            throw new IllegalArgumentException("number: at least 0, found " + number);
        }
        SplittableRandom random = random(options.seed(), number);
        String carrier = CARRIERS.get(random.nextInt(CARRIERS.size()));
        List<Airport> airports = Airport.listAll();
        Airport from = airports.get(random.nextInt(airports.size()));
        Airport to = other(airports, from, random);
        LocalDateTime departure =
                options.firstDay()
                        .plusDays(random.nextInt(options.days()))
                        .atTime(4, 0)
                        .plusMinutes(5L * random.nextInt(12 * 19));
        List<Booking> bookings =
                new BookingDraw(options, from, to, departure.toLocalDate(), random).draw();
        return new Flight(
                carrier,
                1 + random.nextInt(random.nextInt(3) == 0 ? 9999 : 999),
                from,
                to,
                departure,
                arrival(departure, from, to),
                bookings,
                habits(carrier),
                random.nextLong() >>> 1);
    }

    /// A carrier's system writes always in the same way.
    private Habits habits(String carrier) {
        SplittableRandom random = random(options.seed(), carrier.hashCode());
        return random.nextDouble() < options.deviatingShare()
                ? Habits.deviating(random)
                : Habits.clean(random);
    }

    /// Neither the same airport nor the same country.
    private static Airport other(List<Airport> airports, Airport from, SplittableRandom random) {
        List<Airport> others = new ArrayList<>(airports);
        others.removeIf(airport -> airport.country().equals(from.country()));
        return others.get(random.nextInt(others.size()));
    }

    private static LocalDateTime arrival(LocalDateTime departure, Airport from, Airport to) {
        long minutes = GROUND_MINUTES + Math.round(from.distanceKm(to) / KM_PER_MINUTE);
        return ZonedDateTime.of(departure, from.zone())
                .plusMinutes(minutes - minutes % 5)
                .withZoneSameInstant(to.zone())
                .toLocalDateTime();
    }

    private static SplittableRandom random(long seed, long number) {
        return new SplittableRandom(
                new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number).nextLong());
    }
}
