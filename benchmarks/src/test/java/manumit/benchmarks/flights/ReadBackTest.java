package manumit.benchmarks.flights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import manumit.benchmarks.flights.Traveller.Gap;
import manumit.testkit.Seed;
import manumit.testkit.Seeds;
import manumit.travel.BookingList;
import manumit.travel.Leg;
import manumit.travel.PartialDate;
import manumit.travel.Passenger;
import manumit.travel.PassengerList;
import manumit.travel.TravelMessage;
import manumit.travel.TravelMessages;
import org.junit.jupiter.params.ParameterizedTest;

/// The readers of passenger messages find the truth of invented flights, whatever their carriers'
/// habits.
class ReadBackTest {

    @ParameterizedTest
    @Seeds(40)
    void everyPassengerIsReadFromTheListAsTheyAre(Seed seed) {
        Flight flight = flight(seed);
        Map<String, Traveller> byReference = byDocument(flight);
        List<Passenger> passengers = new ArrayList<>();
        for (TravelMessage message : read(flight.paxlst())) {
            assertThat(message).isInstanceOf(PassengerList.class);
            PassengerList list = (PassengerList) message;
            requireFlight(list.manifest().flight(), flight);
            assertThat(list.manifest().statedPassengers()).isEqualTo(flight.travellerCount());
            passengers.addAll(list.manifest().passengers());
        }
        assertThat(passengers).hasSize(flight.travellerCount());
        for (Passenger passenger : passengers) {
            if (!passenger.documents().isEmpty()) {
                Traveller truth = truth(byReference, passenger);
                requireSame(passenger, truth, truth.gaps().toArray(Gap[]::new));
            }
        }
    }

    @ParameterizedTest
    @Seeds(40)
    void everyBookingIsReadAsItIs(Seed seed) {
        Flight flight = flight(seed);
        Map<String, Traveller> byDocument = byDocument(flight);
        Map<String, Booking> byLocator =
                flight.bookings().stream()
                        .collect(Collectors.toMap(Booking::locator, Function.identity()));
        int bookings = 0;
        for (TravelMessage message : read(flight.pnrgov())) {
            assertThat(message).isInstanceOf(BookingList.class);
            BookingList list = (BookingList) message;
            requireFlight(list.flight(), flight);
            assertThat(list.statedBookings()).isEqualTo(flight.bookings().size());
            for (manumit.travel.Booking booking : list.bookings()) {
                bookings++;
                Booking truth = Objects.requireNonNull(byLocator.get(booking.locator()));
                assertThat(booking.passengers()).hasSameSizeAs(truth.travellers());
                if (truth.hasDocuments()) {
                    booking.passengers()
                            .forEach(passenger ->
                                    requireSame(passenger, truth(byDocument, passenger)));
                }
            }
        }
        assertThat(bookings).isEqualTo(flight.bookings().size());
    }

    private static void requireFlight(Leg leg, Flight flight) {
        assertThat(leg.from()).isEqualTo(flight.from().code());
        assertThat(leg.to()).isEqualTo(flight.to().code());
        assertThat(leg.departure().date()).isEqualTo(date(flight.departure().toLocalDate()));
        assertThat(leg.arrival().date()).isEqualTo(date(flight.arrival().toLocalDate()));
    }

    private static void requireSame(Passenger passenger, Traveller truth, Gap... gaps) {
        List<Gap> missing = List.of(gaps);
        assertThat(
                        passenger.names().stream()
                                .map(name ->
                                        (name.surname()
                                                        + "|"
                                                        + (name.given() + " " + name.middle())
                                                                .strip())
                                                .toUpperCase(Locale.ROOT)))
                .contains(truth.surname() + "|" + truth.given());
        if (!missing.contains(Gap.BIRTH_DATE) && !missing.contains(Gap.BIRTH_DAY)) {
            assertThat(passenger.birthDate()).isEqualTo(date(truth.birth()));
        }
        if (!missing.contains(Gap.SEX)) {
            assertThat(passenger.sex().name()).isEqualTo(truth.sex().name());
        }
        if (!missing.contains(Gap.NATIONALITY)) {
            assertThat(passenger.nationalities()).contains(truth.nationality());
        }
        if (!missing.contains(Gap.EXPIRY)) {
            assertThat(passenger.documents().getFirst().expiry())
                    .isEqualTo(date(truth.document().expiry()));
        }
        assertThat(passenger.documents().getFirst().issuer()).isEqualTo(truth.document().issuer());
    }

    private static Traveller truth(Map<String, Traveller> byDocument, Passenger passenger) {
        return Objects.requireNonNull(
                byDocument.get(passenger.documents().getFirst().number()), "document");
    }

    private static Map<String, Traveller> byDocument(Flight flight) {
        return flight.travellers()
                .collect(Collectors.toMap(t -> t.document().number(), Function.identity()));
    }

    private static List<TravelMessage> read(List<byte[]> messages) {
        List<TravelMessage> read = new ArrayList<>();
        messages.forEach(bytes -> TravelMessages.read(bytes, read::add));
        return read;
    }

    private static PartialDate date(LocalDate date) {
        return PartialDate.of(date);
    }

    private static Flight flight(Seed seed) {
        return Flights.of(FlightOptions.of(seed.value()).withDeviatingShare(.8))
                .flight(seed.value());
    }
}
