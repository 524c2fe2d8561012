package manumit.screening;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import manumit.screening.FlightAssemblies.Alike;
import manumit.screening.FlightAssemblies.Bounds;
import manumit.screening.FlightAssemblies.Change;
import manumit.screening.FlightAssemblies.ToScreen;
import manumit.travel.Booking;
import manumit.travel.BookingAssembly;
import manumit.travel.BookingList;
import manumit.travel.Leg;
import manumit.travel.ManifestAssembly;
import manumit.travel.ManifestAssembly.OnFlight;
import manumit.travel.Novelty;
import manumit.travel.Passenger;
import manumit.travel.PassengerList;
import manumit.travel.Presence;
import manumit.travel.Reference;

/// One flight: its messages put together, and what was asked about whom.
///
/// Everybody in a message is to be screened, or is alike somebody in a message of the other kind,
/// or unchanged. Not thread-safe.
final class FlightAssembly {

    /// What was asked about whom. Booking and the carrier's reference are there for namesakes of
    /// whom nothing else is known: each of them is asked about.
    private record Asked(String booking, String reference, PassengerQuery query) {}

    /// A question, and the locators of the person it was about.
    private record Question(long number, Set<String> locators) {

        /// Whether a person of the other kind of message may be the same: asked in the same words,
        /// which are enough to tell somebody, and not of another booking.
        boolean mayBeAbout(PassengerQuery query, Set<String> others) {
            boolean shares = locators.stream().anyMatch(others::contains);
            return shares || ((locators.isEmpty() || others.isEmpty()) && isTelling(query));
        }

        private static boolean isTelling(PassengerQuery query) {
            return !query.particulars().birthDates().isEmpty()
                    || !query.particulars().documents().isEmpty();
        }
    }

    /// Passenger lists, or bookings.
    private static final class Kind {
        final Set<Asked> asked = new HashSet<>();

        /// Questions about persons who have not been met in the other kind of message.
        final Map<PassengerQuery, List<Question>> single = new HashMap<>();

        Optional<Question> take(PassengerQuery query, Set<String> locators) {
            List<Question> questions = single.getOrDefault(query, List.of());
            for (Question question : questions) {
                if (question.mayBeAbout(query, locators)) {
                    questions.remove(question);
                    if (questions.isEmpty()) {
                        single.remove(query);
                    }
                    return Optional.of(question);
                }
            }
            return Optional.empty();
        }
    }

    /// What one message brings.
    private final class Intake {
        final Kind kind;
        final Kind other;
        final List<ToScreen> toScreen = new ArrayList<>();
        final List<Alike> alike = new ArrayList<>();
        final List<OnFlight> moved = new ArrayList<>(0);
        int unchanged;

        /// Added at the end: two persons of one message are two, whatever they have in common.
        private final List<Asked> asked = new ArrayList<>();

        Intake(Kind kind, Kind other) {
            this.kind = kind;
            this.other = other;
        }

        void ask(OnFlight person, boolean isChanged, Asked question, Set<String> locators) {
            asked.add(question);
            PassengerQuery query = question.query();
            Optional<Question> before = other.take(query, locators);
            if (before.isPresent()) {
                alike.add(new Alike(person.passenger(), person.presence(), before.get().number()));
                return;
            }
            long number = numbers.getAsLong();
            kind.single
                    .computeIfAbsent(query, _ -> new ArrayList<>(1))
                    .add(new Question(number, locators));
            toScreen.add(
                    new ToScreen(person.passenger(), person.presence(), isChanged, query, number));
        }

        Change change(Leg leg, boolean isAssembled, Novelty novelty) {
            kind.asked.addAll(asked);
            return new Change(
                    leg,
                    isAssembled,
                    novelty,
                    toScreen,
                    alike,
                    moved,
                    unchanged,
                    manifest.passengersComplete(),
                    manifest.crewComplete(),
                    bookings.completeness(),
                    manifest.isCancelled());
        }
    }

    private final LongSupplier numbers;
    private final ManifestAssembly manifest = new ManifestAssembly();
    private final BookingAssembly bookings = new BookingAssembly();
    private final Kind inLists = new Kind();
    private final Kind inBookings = new Kind();

    /// Keys of the bookings that are cancelled.
    private final Set<String> cancelled = new HashSet<>();

    private int messages;
    private Instant lastMessage;

    /// @param numbers of questions
    FlightAssembly(LongSupplier numbers, Instant now) {
        this.numbers = numbers;
        lastMessage = now;
    }

    void noteMessage(Instant now) {
        lastMessage = now;
        messages++;
    }

    Instant lastMessage() {
        return lastMessage;
    }

    boolean isWithin(Bounds bounds) {
        return messages <= bounds.messagesAFlight()
                && inLists.asked.size() <= bounds.personsAFlight()
                && inBookings.asked.size() <= bounds.personsAFlight();
    }

    Change add(PassengerList list, Leg leg, boolean isAssembled) {
        ManifestAssembly.Step step = manifest.add(list);
        Intake intake = new Intake(inLists, inBookings);
        for (OnFlight person : step.added()) {
            ask(person, false, intake);
        }
        for (OnFlight person : step.changed()) {
            ask(person, true, intake);
        }
        intake.moved.addAll(step.moved());
        if (step.novelty() == Novelty.DUPLICATE) {
            intake.unchanged = list.manifest().passengers().size();
        }
        return intake.change(leg, isAssembled, step.novelty());
    }

    private static void ask(OnFlight person, boolean isKnown, Intake intake) {
        Passenger passenger = person.passenger();
        String locator = passenger.locator();
        Asked asked = new Asked(locator, passenger.uniqueReference(), PassengerQuery.of(passenger));
        if (isKnown && intake.kind.asked.contains(asked)) {
            intake.unchanged++;
        } else {
            intake.ask(person, isKnown, asked, locator.isEmpty() ? Set.of() : Set.of(locator));
        }
    }

    Change add(BookingList list, Leg leg, boolean isAssembled) {
        List<Optional<Booking>> before =
                list.bookings().stream().map(booking -> bookings.find(booking.key())).toList();
        Novelty novelty = bookings.add(list);
        Intake intake = new Intake(inBookings, inLists);
        for (Booking booking : list.bookings()) {
            for (Passenger passenger : booking.passengers()) {
                ask(booking, passenger, novelty, intake);
            }
        }
        if (novelty != Novelty.LATE && novelty != Novelty.DUPLICATE) {
            noteCancelled(list, before, intake);
        }
        return intake.change(leg, isAssembled, novelty);
    }

    private static void ask(Booking booking, Passenger passenger, Novelty novelty, Intake intake) {
        Asked asked =
                new Asked(booking.key(), passenger.uniqueReference(), PassengerQuery.of(passenger));
        // Without locator, the next of this name in the same push is another one.
        boolean mayBeAnother = booking.locator().isEmpty() && novelty == Novelty.PART;
        boolean isKnown = intake.kind.asked.contains(asked) && !mayBeAnother;
        if (isKnown || novelty == Novelty.DUPLICATE) {
            intake.unchanged++;
        } else {
            OnFlight person = new OnFlight(passenger, presence(booking));
            intake.ask(person, false, asked, locators(booking));
        }
    }

    /// Bookings that were cancelled, or are there again; the message may leave out the travellers.
    private void noteCancelled(BookingList list, List<Optional<Booking>> before, Intake intake) {
        for (int i = 0; i < list.bookings().size(); i++) {
            Booking booking = list.bookings().get(i);
            boolean isOther = booking.cancelled() != cancelled.contains(booking.key());
            if (isOther && before.get(i).isPresent()) {
                List<Passenger> passengers =
                        booking.passengers().isEmpty()
                                ? before.get(i).get().passengers()
                                : booking.passengers();
                Presence presence = presence(booking);
                passengers.forEach(one -> intake.moved.add(new OnFlight(one, presence)));
            }
        }
        for (Booking booking : list.bookings()) {
            if (booking.cancelled()) {
                cancelled.add(booking.key());
            } else {
                cancelled.remove(booking.key());
            }
        }
    }

    private static Presence presence(Booking booking) {
        return booking.cancelled() ? Presence.CANCELLED : Presence.LISTED;
    }

    private static Set<String> locators(Booking booking) {
        Set<String> locators = new HashSet<>(2);
        locators.add(booking.locator());
        booking.otherLocators().stream().map(Reference::value).forEach(locators::add);
        locators.remove("");
        return Set.copyOf(locators);
    }
}
