package manumit.screening;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import manumit.travel.Booking;
import manumit.travel.BookingAssembly;
import manumit.travel.BookingList;
import manumit.travel.Completeness;
import manumit.travel.FlightKey;
import manumit.travel.Leg;
import manumit.travel.ManifestAssembly;
import manumit.travel.ManifestAssembly.OnFlight;
import manumit.travel.Novelty;
import manumit.travel.Passenger;
import manumit.travel.PassengerList;
import manumit.travel.Presence;
import manumit.travel.TravelMessage;
import manumit.travel.Unreadable;

/// Puts messages about the same flight together, and says of each message who is to be screened:
/// new persons, and known ones of whom something else is known now. Parts, repeats and updates are
/// so screened once.
///
/// Bounded: a flight of which nothing came for some time is let go, so is the one that waited
/// longest when there are too many, and one that outgrows its limits. What comes about such a
/// flight afterwards is taken for new: persons are screened twice then, never not at all.
/// Thread-safe.
public final class FlightAssemblies {

    /// What is kept at most.
    ///
    /// @param flights at one time
    /// @param age since the last message about a flight
    /// @param personsAFlight different queries about one flight
    /// @param messagesAFlight not counting repeats
    public record Bounds(int flights, Duration age, int personsAFlight, int messagesAFlight) {

        /// 5,000 flights, four days (bookings come from three days before departure on), 5,000
        /// persons and 10,000 messages a flight.
        public static final Bounds DEFAULT = new Bounds(5_000, Duration.ofDays(4), 5_000, 10_000);

        public Bounds {
            if (flights < 1 || personsAFlight < 1 || messagesAFlight < 1) {
                throw new IllegalArgumentException(
                        "flights, personsAFlight, messagesAFlight: at least 1, found "
                                + flights
                                + ", "
                                + personsAFlight
                                + ", "
                                + messagesAFlight);
            }
            if (age.isNegative() || age.isZero()) {
                throw new IllegalArgumentException("age: more than nothing, found " + age);
            }
        }
    }

    /// Somebody to screen.
    ///
    /// @param presence whether on board, as far as the carrier has said
    /// @param isChanged whether screened before with other data; of bookings this is not told
    public record ToScreen(
            Passenger passenger, Presence presence, boolean isChanged, PassengerQuery query) {

        /// Never shows personal data.
        @Override
        public String toString() {
            return passenger + ", " + presence;
        }
    }

    /// What a message brought.
    ///
    /// @param flight {@link Leg#UNKNOWN} where the message names none
    /// @param isAssembled whether the flight could be told from others; if not, the message stands
    ///   alone and everybody in it is to be screened
    /// @param toScreen in the order of the message
    /// @param unchanged persons of the message who were screened before with the same data
    /// @param passengers whether all parts of the latest passenger list have arrived
    /// @param crew the same for the crew
    /// @param bookings the same for bookings
    /// @param isCancelled whether the carrier has said that the flight does not take place
    public record Change(
            Leg flight,
            boolean isAssembled,
            Novelty novelty,
            List<ToScreen> toScreen,
            int unchanged,
            Completeness passengers,
            Completeness crew,
            Completeness bookings,
            boolean isCancelled) {

        public Change {
            Objects.requireNonNull(flight);
            Objects.requireNonNull(novelty);
            toScreen = List.copyOf(toScreen);
        }

        /// Never shows personal data.
        @Override
        public String toString() {
            return novelty + ", to screen " + toScreen.size() + ", unchanged " + unchanged;
        }
    }

    /// What was asked about whom. The locator and the carrier's reference are there for namesakes
    /// of whom nothing else is known: each of them is asked about.
    private record Asked(String locator, String reference, PassengerQuery query) {

        static Asked of(Passenger passenger, PassengerQuery query) {
            return new Asked(passenger.locator(), passenger.uniqueReference(), query);
        }
    }

    /// One flight. Lists and bookings are asked about apart: they reach officers apart.
    private static final class Flight {
        final ManifestAssembly manifest = new ManifestAssembly();
        final BookingAssembly bookings = new BookingAssembly();
        final Set<Asked> askedOfLists = new HashSet<>();
        final Set<Asked> askedOfBookings = new HashSet<>();
        int messages;
        Instant lastMessage;

        Flight(Instant now) {
            lastMessage = now;
        }

        boolean isWithin(Bounds bounds) {
            return messages <= bounds.messagesAFlight()
                    && askedOfLists.size() <= bounds.personsAFlight()
                    && askedOfBookings.size() <= bounds.personsAFlight();
        }
    }

    private final Bounds bounds;
    private final Clock clock;

    /// The one that waited longest first.
    private final Map<FlightKey, Flight> flights = new LinkedHashMap<>(16, .75f, true);

    private long letGo;

    public FlightAssemblies(Bounds bounds, Clock clock) {
        this.bounds = Objects.requireNonNull(bounds);
        this.clock = Objects.requireNonNull(clock);
    }

    /// Adds one message.
    public synchronized Change add(TravelMessage message) {
        letGoOfOld();
        return switch (message) {
            case PassengerList list -> {
                Leg leg = list.manifest().flight();
                Flight flight = flight(leg);
                Change change = add(list, leg, flight);
                yield kept(leg, flight, change);
            }
            case BookingList list -> {
                Flight flight = flight(list.flight());
                Change change = add(list, list.flight(), flight);
                yield kept(list.flight(), flight, change);
            }
            case Unreadable _ ->
                    new Change(
                            Leg.UNKNOWN,
                            false,
                            Novelty.NEW,
                            List.of(),
                            0,
                            new Completeness.Unstated(0),
                            new Completeness.Unstated(0),
                            new Completeness.Unstated(0),
                            false);
        };
    }

    /// Lets go of a flight: whatever comes next about it is taken for new. For callers that could
    /// not finish what {@link #add} asked for.
    public synchronized void forget(Leg flight) {
        flights.remove(flight.key());
    }

    /// Flights that are kept now.
    public synchronized int size() {
        return flights.size();
    }

    /// Flights that were let go because of the bounds, so far.
    public synchronized long letGo() {
        return letGo;
    }

    private Flight flight(Leg leg) {
        Instant now = clock.instant();
        Flight flight = isTold(leg) ? flights.get(leg.key()) : null;
        if (flight == null) {
            flight = new Flight(now);
        }
        flight.lastMessage = now;
        flight.messages++;
        return flight;
    }

    /// Number, airport and day: without one of them two flights would be taken for one.
    private static boolean isTold(Leg leg) {
        FlightKey key = leg.key();
        return !key.flight().isEmpty()
                && !key.from().isEmpty()
                && key.departureDate().findDate().isPresent();
    }

    private Change kept(Leg leg, Flight flight, Change change) {
        if (!isTold(leg)) {
            return change;
        }
        if (!flight.isWithin(bounds)) {
            flights.remove(leg.key());
            letGo++;
            return change;
        }
        flights.put(leg.key(), flight);
        if (flights.size() > bounds.flights()) {
            Iterator<FlightKey> oldest = flights.keySet().iterator();
            oldest.next();
            oldest.remove();
            letGo++;
        }
        return change;
    }

    private void letGoOfOld() {
        Instant least = clock.instant().minus(bounds.age());
        Iterator<Flight> all = flights.values().iterator();
        while (all.hasNext() && all.next().lastMessage.isBefore(least)) {
            all.remove();
            letGo++;
        }
    }

    private static Change add(PassengerList list, Leg leg, Flight flight) {
        ManifestAssembly.Step step = flight.manifest.add(list);
        List<ToScreen> toScreen = new ArrayList<>(step.added().size());
        // Asked in this message: two persons of whom the same is known are both screened.
        Set<Asked> asked = new HashSet<>();
        for (OnFlight person : step.added()) {
            PassengerQuery query = PassengerQuery.of(person.passenger());
            asked.add(Asked.of(person.passenger(), query));
            toScreen.add(new ToScreen(person.passenger(), person.presence(), false, query));
        }
        int unchanged = 0;
        for (OnFlight person : step.changed()) {
            PassengerQuery query = PassengerQuery.of(person.passenger());
            if (flight.askedOfLists.contains(Asked.of(person.passenger(), query))) {
                unchanged++;
            } else {
                asked.add(Asked.of(person.passenger(), query));
                toScreen.add(new ToScreen(person.passenger(), person.presence(), true, query));
            }
        }
        flight.askedOfLists.addAll(asked);
        if (step.novelty() == Novelty.DUPLICATE) {
            unchanged = list.manifest().passengers().size();
        }
        return change(leg, flight, step.novelty(), toScreen, unchanged);
    }

    private static Change add(BookingList list, Leg leg, Flight flight) {
        Novelty novelty = flight.bookings.add(list);
        List<ToScreen> toScreen = new ArrayList<>();
        Set<Asked> asked = new HashSet<>();
        int unchanged = 0;
        boolean isRepeated = novelty == Novelty.DUPLICATE;
        for (Booking booking : list.bookings()) {
            Presence presence = booking.cancelled() ? Presence.CANCELLED : Presence.LISTED;
            for (Passenger passenger : booking.passengers()) {
                PassengerQuery query = PassengerQuery.of(passenger);
                if (isRepeated || flight.askedOfBookings.contains(Asked.of(passenger, query))) {
                    unchanged++;
                } else {
                    // Without locator, the next of this name may be another one.
                    if (!booking.locator().isEmpty()) {
                        asked.add(Asked.of(passenger, query));
                    }
                    toScreen.add(new ToScreen(passenger, presence, false, query));
                }
            }
        }
        flight.askedOfBookings.addAll(asked);
        return change(leg, flight, novelty, toScreen, unchanged);
    }

    private static Change change(
            Leg leg, Flight flight, Novelty novelty, List<ToScreen> toScreen, int unchanged) {
        return new Change(
                leg,
                isTold(leg),
                novelty,
                toScreen,
                unchanged,
                flight.manifest.passengersComplete(),
                flight.manifest.crewComplete(),
                flight.bookings.completeness(),
                flight.manifest.isCancelled());
    }
}
