package manumit.benchmarks.flights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import manumit.screening.FlightAssemblies;
import manumit.screening.FlightAssemblies.Bounds;
import manumit.screening.FlightAssemblies.Change;
import manumit.testkit.Seed;
import manumit.testkit.Seeds;
import manumit.travel.Completeness;
import manumit.travel.TravelMessage;
import manumit.travel.TravelMessages;
import org.junit.jupiter.params.ParameterizedTest;

/// Invented flights, whatever their carriers' habits: everybody is screened once, and the flight is
/// known to be complete.
class ScreenedOnceTest {

    @ParameterizedTest
    @Seeds(8)
    void everybodyIsScreenedOnceAndTheFlightIsComplete(Seed seed) {
        Flights flights = Flights.of(FlightOptions.of(seed.value()).withDeviatingShare(.8));
        for (int number = 0; number < 10; number++) {
            Flight flight = flights.flight(number);
            FlightAssemblies assemblies =
                    new FlightAssemblies(
                            new Bounds(10, Duration.ofDays(1), 5_000, 1_000),
                            Clock.fixed(Instant.parse("2026-09-29T00:00:00Z"), ZoneOffset.UTC));

            List<Change> lists = add(flight.paxlst(), assemblies);
            assertThat(lists.stream().mapToInt(change -> change.toScreen().size()).sum())
                    .as("persons of the list of flight %s", number)
                    .isEqualTo(flight.travellerCount());
            assertThat(lists.getLast().passengers()).isInstanceOf(Completeness.Complete.class);

            List<Change> bookings = add(flight.pnrgov(), assemblies);
            int asked = bookings.stream().mapToInt(change -> change.toScreen().size()).sum();
            int alike = bookings.stream().mapToInt(change -> change.alike().size()).sum();
            assertThat(asked + alike)
                    .as("persons of the bookings of flight %s", number)
                    .isEqualTo(flight.travellerCount());
            assertThat(alike).as("mostly, list and booking say the same").isPositive();
            assertThat(bookings.getLast().bookings()).isInstanceOf(Completeness.Complete.class);
            assertThat(assemblies.size()).isEqualTo(1);
        }
    }

    private static List<Change> add(List<byte[]> inputs, FlightAssemblies assemblies) {
        List<TravelMessage> messages = new ArrayList<>();
        inputs.forEach(input -> TravelMessages.read(input, messages::add));
        return messages.stream().map(assemblies::add).toList();
    }
}
