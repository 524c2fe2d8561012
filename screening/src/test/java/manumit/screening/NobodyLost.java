package manumit.screening;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import manumit.screening.FlightAssemblies.Alike;
import manumit.screening.FlightAssemblies.Change;
import manumit.screening.FlightAssemblies.ToScreen;
import manumit.travel.BookingList;
import manumit.travel.Passenger;
import manumit.travel.PassengerList;
import manumit.travel.TravelMessage;
import manumit.travel.Unreadable;

/// Holds what screening brings against what went in: everybody is screened, alike or unchanged;
/// whatever is known of anybody was asked, with the last data too; an answer stands for two entries
/// at most, and for what it says.
final class NobodyLost {

    private final FlightAssemblies flights;
    private final Map<Long, PassengerQuery> questions = new HashMap<>();
    private final Set<Long> shared = new HashSet<>();
    private final Set<PassengerQuery> asked = new HashSet<>();

    NobodyLost(FlightAssemblies flights) {
        this.flights = flights;
    }

    void add(TravelMessage message) {
        Change change = flights.add(message);
        List<Passenger> persons = persons(message);
        for (ToScreen person : change.toScreen()) {
            asked.add(person.query());
            require(
                    questions.put(person.question(), person.query()) == null,
                    "a number for two questions");
        }
        for (Alike person : change.alike()) {
            require(
                    PassengerQuery.of(person.passenger()).equals(questions.get(person.question())),
                    "alike, but something else was asked");
            require(shared.add(person.question()), "one answer for three entries");
        }
        int told = change.toScreen().size() + change.alike().size() + change.unchanged();
        require(told == persons.size(), persons.size() + " persons in, " + told + " told");
        require(
                change.isAssembled() || change.toScreen().size() == persons.size(),
                "a message that stands alone leaves somebody out");
        for (Passenger person : persons) {
            require(asked.contains(PassengerQuery.of(person)), "somebody was never asked about");
        }
    }

    private static List<Passenger> persons(TravelMessage message) {
        return switch (message) {
            case PassengerList list -> list.manifest().passengers();
            case BookingList list -> list.passengers();
            case Unreadable _ -> List.of();
        };
    }

    private static void require(boolean isSo, String otherwise) {
        if (!isSo) {
            throw new AssertionError(otherwise);
        }
    }
}
