package manumit.benchmarks.flights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import manumit.benchmarks.crowd.Crowd;
import manumit.matching.Identity;
import manumit.testkit.Seed;
import manumit.testkit.Seeds;
import manumit.travel.mrz.MrzReader;
import manumit.travel.mrz.MrzReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class FlightsTest {

    private static final List<Flight> FLIGHTS =
            Flights.of(FlightOptions.of(1)).flights(0, 300).toList();

    @Test
    void aFlightFollowsFromSeedAndNumberAlone() {
        assertThat(Flights.of(FlightOptions.of(1)).flights(100, 20).parallel().toList())
                .isEqualTo(FLIGHTS.subList(100, 120));
        assertThat(texts(Flights.of(FlightOptions.of(1)).flight(7)))
                .isEqualTo(texts(FLIGHTS.get(7)));
        assertThat(Flights.of(FlightOptions.of(2)).flight(7)).isNotEqualTo(FLIGHTS.get(7));
    }

    private static List<String> texts(Flight flight) {
        return java.util.stream.Stream.concat(flight.paxlst().stream(), flight.pnrgov().stream())
                .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
                .toList();
    }

    @Test
    void sharesAreAsStated() {
        assertThat(FLIGHTS.stream().mapToInt(Flight::travellerCount).average().orElse(0))
                .isCloseTo(152, within(6.0));
        List<Booking> bookings = FLIGHTS.stream().flatMap(f -> f.bookings().stream()).toList();
        assertShare(.52, bookings, b -> b.kind() == Booking.Kind.SINGLE);
        assertShare(.25, bookings, b -> b.kind() == Booking.Kind.COUPLE);
        assertShare(.19, bookings, b -> b.kind() == Booking.Kind.FAMILY);
        assertShare(.04, bookings, b -> b.kind() == Booking.Kind.GROUP);
        assertShare(.80, bookings, Booking::hasDocuments);
        List<Traveller> people = FLIGHTS.stream().flatMap(Flight::travellers).toList();
        assertShare(.05, people, t -> t.document().type().equals("I"));
        assertShare(.03, people, t -> !t.gaps().isEmpty());
        assertThat(people).noneMatch(t -> !t.listed().isEmpty());
    }

    private static <T> void assertShare(double share, List<T> all, Predicate<T> predicate) {
        assertThat(all.stream().filter(predicate).count() / (double) all.size())
                .isCloseTo(share, within(.02));
    }

    @Test
    void travellersAreNumberedAndNamedInCapitals() {
        for (Flight flight : FLIGHTS) {
            assertThat(flight.travellers().map(Traveller::number))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, flight.travellerCount())
                                    .mapToObj(n -> (int) n)
                                    .toList());
            assertThat(flight.travellers())
                    .allMatch(t -> t.surname().matches("[A-Z]+( [A-Z]+)*"))
                    .allMatch(t -> t.given().matches("|[A-Z]+( [A-Z]+)*"))
                    .allMatch(t -> t.nationality().matches("[A-Z]{1,3}"));
            assertThat(flight.bookings().stream().map(Booking::locator)).doesNotHaveDuplicates();
        }
    }

    @Test
    void infantsTravelWithAnAdultOfTheirBookingAndWithoutASeat() {
        int infants = 0;
        for (Flight flight : FLIGHTS) {
            LocalDate day = flight.departure().toLocalDate();
            for (Booking booking : flight.bookings()) {
                Map<Integer, Traveller> byNumber =
                        booking.travellers().stream()
                                .collect(Collectors.toMap(Traveller::number, Function.identity()));
                for (Traveller t : booking.travellers()) {
                    boolean isInfant = t.birth().isAfter(day.minusYears(2));
                    assertThat(t.kind() == Traveller.Kind.INFANT).isEqualTo(isInfant);
                    if (isInfant) {
                        infants++;
                        assertThat(t.seat()).isEmpty();
                        Traveller adult = Objects.requireNonNull(byNumber.get(t.companion()));
                        assertThat(adult.kind()).isEqualTo(Traveller.Kind.ADULT);
                    }
                }
            }
        }
        assertThat(infants).isPositive();
    }

    @Test
    void arrivalIsInTheLocalTimeOfTheAirport() {
        for (Flight flight : FLIGHTS) {
            long minutes =
                    Duration.between(
                                    flight.departure().atZone(flight.from().zone()),
                                    flight.arrival().atZone(flight.to().zone()))
                            .toMinutes();
            assertThat(minutes)
                    .isCloseTo(
                            40 + Math.round(flight.from().distanceKm(flight.to()) / 14),
                            within(65L));
        }
        Airport frankfurt = airport("FRA");
        assertThat(frankfurt.distanceKm(airport("JFK"))).isCloseTo(6200, within(60.0));
    }

    private static Airport airport(String code) {
        return Airport.listAll().stream()
                .filter(a -> a.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyDocumentHasAZoneThatIsReadBack() {
        Flight flight = FLIGHTS.getFirst();
        for (Traveller traveller : flight.travellers().toList()) {
            MrzReading reading = MrzReader.read(traveller.mrz(), flight.departure().toLocalDate());
            assertThat(reading)
                    .isInstanceOfSatisfying(
                            MrzReading.Read.class,
                            read -> {
                                assertThat(read.isVerified()).isTrue();
                                assertThat(read.document().number())
                                        .isEqualTo(traveller.document().number());
                                assertThat(read.document().issuer())
                                        .isEqualTo(traveller.document().issuer());
                                assertThat(traveller.surname())
                                        .startsWith(read.document().name().primary());
                            });
        }
    }

    @ParameterizedTest
    @Seeds(3)
    void aShareOfTravellersIsListed(Seed seed) {
        List<Identity> crowd = Crowd.of(seed.value()).identities(0, 500).toList();
        List<Flight> flights =
                Flights.of(FlightOptions.of(seed.value()).withListed(crowd, .05))
                        .flights(0, 40)
                        .toList();
        List<Traveller> people = flights.stream().flatMap(Flight::travellers).toList();
        List<Traveller> listed = people.stream().filter(t -> !t.listed().isEmpty()).toList();
        // Only strangers are: not the quarter to third who are members of families.
        assertThat(listed.size() / (double) people.size()).isBetween(.02, .05);
        Map<String, Identity> byReference =
                crowd.stream()
                        .collect(
                                Collectors.toMap(
                                        i -> i.list() + " " + i.entity(), Function.identity()));
        for (Traveller traveller : listed) {
            Identity identity = Objects.requireNonNull(byReference.get(traveller.listed()));
            String name = identity.particulars().names().getFirst().whole();
            assertThat(words(traveller.surname() + " " + traveller.given()))
                    .isEqualTo(words(PlainText.of(name)));
        }
    }

    private static Set<String> words(String name) {
        return new HashSet<>(List.of(name.strip().toUpperCase(Locale.ROOT).split(" ", -1)));
    }

    @Test
    void everyHabitOccursAndCleanCarriersHaveNone() {
        List<Habits> habits =
                LongStream.range(0, 60)
                        .mapToObj(seed ->
                                Flights.of(
                                                FlightOptions.of(seed)
                                                        .withTravellers(20)
                                                        .withDeviatingShare(1))
                                        .flight(0)
                                        .habits())
                        .toList();
        List<Predicate<Habits>> each =
                List.of(
                        Habits::isTypeB,
                        Habits::isMixed,
                        Habits::isLowerCase,
                        Habits::blanksInDates,
                        Habits::isDateFirst,
                        Habits::isBrief,
                        h -> !h.hasUnz(),
                        h -> !h.marksParts(),
                        h -> h.partTravellers() > 0,
                        h -> h.count() == Habits.Count.ONE_LESS,
                        h -> h.count() == Habits.Count.WRONG,
                        h -> h.lines() == Habits.Lines.FOLDED_63,
                        h -> h.lines() == Habits.Lines.FOLDED_69,
                        h -> h.service().equals(Habits.ServiceCharacters.STARS),
                        h -> h.unknownGiven().equals("FNU"),
                        h -> h.paxlstVersion().equals("D:15B"),
                        h -> h.pnrgovVersion().equals("15:1"));
        assertThat(each).allMatch(habit -> habits.stream().anyMatch(habit));
        assertThat(
                        Flights.of(FlightOptions.of(1).withDeviatingShare(0))
                                .flights(0, 50)
                                .map(Flight::habits))
                .noneMatch(Habits::isDeviating);
    }

    @Test
    void impossibleOptionsAndNumbersAreRefused() {
        FlightOptions options = FlightOptions.of(1);
        assertThatThrownBy(() -> options.withTravellers(0)).hasMessageContaining("travellers");
        assertThatThrownBy(() -> options.withDeviatingShare(2)).hasMessageContaining("Share");
        assertThatThrownBy(() -> options.withListed(List.of(), -1)).hasMessageContaining("Share");
        assertThatThrownBy(() -> Flights.of(options).flight(-1)).hasMessageContaining("number");
    }

    @Test
    void nothingPersonalShowsInToString() {
        Flight flight = FLIGHTS.getFirst();
        Traveller traveller = flight.bookings().getFirst().travellers().getFirst();
        assertThat(flight.toString() + flight.bookings() + traveller + traveller.document())
                .doesNotContain(traveller.surname(), traveller.document().number());
    }
}
