package manumit.screening;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import manumit.travel.BookingList;
import manumit.travel.Completeness;
import manumit.travel.FlightKey;
import manumit.travel.Leg;
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
    /// @param question number of the question, from 1; {@link Alike} refers to it
    public record ToScreen(
            Passenger passenger,
            Presence presence,
            boolean isChanged,
            PassengerQuery query,
            long question) {

        /// Never shows personal data.
        @Override
        public String toString() {
            return passenger + ", " + presence;
        }
    }

    /// Somebody about whom the same was asked before, for an entry of a booking in a list, or the
    /// reverse. The answer to that question is about both entries. If that question could not be
    /// answered, this person was not asked about either.
    ///
    /// @param passenger as this message has it
    /// @param question number of the question: {@link ToScreen#question}
    public record Alike(Passenger passenger, Presence presence, long question) {

        /// Never shows personal data.
        @Override
        public String toString() {
            return passenger + ", " + presence + ", as in question " + question;
        }
    }

    /// What a message brought. Everybody in it is to be screened, alike or unchanged.
    ///
    /// @param flight {@link Leg#UNKNOWN} where the message names none
    /// @param isAssembled whether the flight could be told from others; if not, the message stands
    ///   alone and everybody in it is to be screened
    /// @param toScreen in the order of the message
    /// @param alike persons about whom the same was asked for a message of the other kind
    /// @param moved persons known before of whom something else is said now about being on board;
    ///   they need not stand in the message, and may be among the others too
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
            List<Alike> alike,
            List<OnFlight> moved,
            int unchanged,
            Completeness passengers,
            Completeness crew,
            Completeness bookings,
            boolean isCancelled) {

        public Change {
            Objects.requireNonNull(flight);
            Objects.requireNonNull(novelty);
            toScreen = List.copyOf(toScreen);
            alike = List.copyOf(alike);
            moved = List.copyOf(moved);
        }

        /// Never shows personal data.
        @Override
        public String toString() {
            return novelty
                    + ", to screen "
                    + toScreen.size()
                    + ", alike "
                    + alike.size()
                    + ", moved "
                    + moved.size()
                    + ", unchanged "
                    + unchanged;
        }
    }

    private final Bounds bounds;
    private final Clock clock;

    /// The one that waited longest first.
    private final Map<FlightKey, FlightAssembly> flights = new LinkedHashMap<>(16, .75f, true);

    private long letGo;
    private long questions;

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
                FlightAssembly flight = flight(leg);
                Change change = flight.add(list, leg, isTold(leg));
                yield kept(leg, flight, change);
            }
            case BookingList list -> {
                Leg leg = list.flight();
                FlightAssembly flight = flight(leg);
                Change change = flight.add(list, leg, isTold(leg));
                yield kept(leg, flight, change);
            }
            case Unreadable _ ->
                    new Change(
                            Leg.UNKNOWN,
                            false,
                            Novelty.NEW,
                            List.of(),
                            List.of(),
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

    private FlightAssembly flight(Leg leg) {
        Instant now = clock.instant();
        FlightAssembly flight = isTold(leg) ? flights.get(leg.key()) : null;
        if (flight == null) {
            flight = new FlightAssembly(() -> ++questions, now);
        }
        flight.noteMessage(now);
        return flight;
    }

    /// Number, airport and day: without one of them two flights would be taken for one.
    private static boolean isTold(Leg leg) {
        FlightKey key = leg.key();
        return !key.flight().isEmpty()
                && !key.from().isEmpty()
                && key.departureDate().findDate().isPresent();
    }

    private Change kept(Leg leg, FlightAssembly flight, Change change) {
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
        Iterator<FlightAssembly> all = flights.values().iterator();
        while (all.hasNext() && all.next().lastMessage().isBefore(least)) {
            all.remove();
            letGo++;
        }
    }
}
