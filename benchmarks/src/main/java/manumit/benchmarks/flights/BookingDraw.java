package manumit.benchmarks.flights;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/// Draws the bookings of one flight. Used once.
final class BookingDraw {

    /// Without I and O, as reservation systems do.
    private static final String LOCATOR = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private final FlightOptions options;
    private final LocalDate day;
    private final SplittableRandom random;
    private final TravellerDraw travellers;
    private final Set<String> locators = new HashSet<>();
    private int seated;

    BookingDraw(
            FlightOptions options,
            Airport from,
            Airport to,
            LocalDate day,
            SplittableRandom random) {
        this.options = options;
        this.day = day;
        this.random = random;
        travellers = new TravellerDraw(options, from, to, day, random);
    }

    /// Bookings for a number of seats around the mean, a third more or less.
    List<Booking> draw() {
        int mean = options.travellers();
        int seats = mean - mean / 3 + random.nextInt(2 * (mean / 3) + 1);
        List<Booking> bookings = new ArrayList<>(seats / 2);
        while (seated < seats) {
            bookings.add(booking(seats - seated));
        }
        return bookings;
    }

    private Booking booking(int room) {
        Booking.Kind kind = kind(room);
        List<Traveller> members =
                switch (kind) {
                    case SINGLE -> travellers.strangers(1, seated);
                    case COUPLE -> travellers.strangers(2, seated);
                    case FAMILY -> travellers.family(seated);
                    case GROUP ->
                            travellers.strangers(Math.min(room, 6 + random.nextInt(13)), seated);
                };
        seated += members.size();
        return new Booking(
                locator(),
                kind,
                kind == Booking.Kind.GROUP || random.nextInt(5) < 2 ? agency() : "",
                day.atStartOfDay().minusMinutes(3_000 + random.nextInt(200_000)),
                random.nextInt(10) < 8,
                members);
    }

    /// By bookings: half singles, a quarter couples, a fifth families, the rest groups.
    private Booking.Kind kind(int room) {
        int at = random.nextInt(100);
        if (at < 52 || room < 2) {
            return Booking.Kind.SINGLE;
        }
        if (at < 77 || room < 6) {
            return Booking.Kind.COUPLE;
        }
        return at < 96 ? Booking.Kind.FAMILY : Booking.Kind.GROUP;
    }

    private String locator() {
        while (true) {
            char[] locator = new char[6];
            for (int i = 0; i < locator.length; i++) {
                locator[i] = LOCATOR.charAt(random.nextInt(LOCATOR.length()));
            }
            String made = String.valueOf(locator);
            if (locators.add(made)) {
                return made;
            }
        }
    }

    /// Eight digits, as IATA numbers agencies.
    private String agency() {
        return String.valueOf(10_000_000 + 97 * random.nextInt(300));
    }
}
