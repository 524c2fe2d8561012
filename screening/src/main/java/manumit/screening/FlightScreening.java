package manumit.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import manumit.screening.FlightAssemblies.Change;
import manumit.screening.FlightAssemblies.ToScreen;
import manumit.travel.TravelMessage;

/// Screens flights, message by message: new and changed persons once. Thread-safe; messages about
/// one flight should be handed in in the order of their arrival.
public final class FlightScreening {

    /// What is known about a person now.
    public record Result(ToScreen person, Screened screened) {

        public Result {
            Objects.requireNonNull(person);
            Objects.requireNonNull(screened);
        }
    }

    /// What a message changed.
    ///
    /// @param change the flight, its completeness, and who was screened
    /// @param results one for each person to be screened, in the order of the message
    public record Update(Change change, List<Result> results) {

        public Update {
            Objects.requireNonNull(change);
            results = List.copyOf(results);
        }
    }

    private final PassengerScreening passengers;
    private final FlightAssemblies flights;

    public FlightScreening(PassengerScreening passengers, FlightAssemblies flights) {
        this.passengers = Objects.requireNonNull(passengers);
        this.flights = Objects.requireNonNull(flights);
    }

    /// Takes a message and screens whoever is new or changed in it. If that fails, the flight is
    /// let go, so that the message can be handed in again.
    public Update screen(TravelMessage message) {
        Change change = flights.add(message);
        List<Result> results = new ArrayList<>(change.toScreen().size());
        boolean isDone = false;
        try {
            for (ToScreen person : change.toScreen()) {
                results.add(new Result(person, passengers.screen(person.query())));
            }
            isDone = true;
        } finally {
            if (!isDone) {
                flights.forget(change.flight());
            }
        }
        return new Update(change, results);
    }
}
