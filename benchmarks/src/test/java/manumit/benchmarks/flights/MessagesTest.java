package manumit.benchmarks.flights;

import static manumit.benchmarks.flights.NaiveMessage.tag;
import static manumit.benchmarks.flights.NaiveMessage.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import manumit.benchmarks.flights.Traveller.Gap;
import manumit.testkit.Golden;
import manumit.testkit.Seed;
import manumit.testkit.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/// What is written, taken apart by rules of the test's own, is the truth of the flight.
class MessagesTest {

    private static final DateTimeFormatter YYMMDD =
            DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);

    @Test
    void aSmallFlightLooksLikeThis() {
        Flight flight =
                Flights.of(FlightOptions.of(1).withTravellers(20).withDeviatingShare(0)).flight(3);
        Golden.assertMatches("flights/paxlst.txt", readable(flight.paxlst().getFirst()));
        Golden.assertMatches("flights/pnrgov.txt", readable(flight.pnrgov().getFirst()));
    }

    @ParameterizedTest
    @Seeds(60)
    void everyPersonStandsInThePassengerListOnce(Seed seed) {
        Flight flight = flight(seed);
        List<NaiveMessage> parts = read(flight.paxlst());
        List<String> people = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        List<String> births = new ArrayList<>();
        for (NaiveMessage part : parts) {
            part.all("NAD", "FL")
                    .forEach(nad ->
                            people.add(String.join(" ", nad.get(4)).toUpperCase(Locale.ROOT)));
            part.all("DOC").forEach(doc -> numbers.add(value(doc, 2, 0)));
            part.all("DTM", "329").forEach(dtm -> births.add(value(dtm, 1, 1).strip()));
            assertThat(value(part.only("CNT"), 1, 1))
                    .isEqualTo(String.valueOf(flight.travellerCount()));
            assertThat(part.all("TDT")).hasSize(1);
        }
        String unknown = flight.habits().unknownGiven();
        assertThat(people)
                .containsExactlyInAnyOrderElementsOf(
                        flight.travellers()
                                .map(t ->
                                        (t.surname()
                                                        + " "
                                                        + (t.given().isEmpty()
                                                                ? unknown
                                                                : t.given()))
                                                .strip())
                                .toList());
        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(
                        flight.travellers()
                                .filter(t -> !t.gaps().contains(Gap.DOCUMENT))
                                .map(t -> t.document().number())
                                .toList());
        assertThat(births)
                .containsExactlyInAnyOrderElementsOf(
                        flight.travellers()
                                .filter(t -> !t.gaps().contains(Gap.BIRTH_DATE))
                                .map(t ->
                                        t.gaps().contains(Gap.BIRTH_DAY)
                                                ? YYMMDD.format(t.birth()).substring(0, 2) + "0000"
                                                : YYMMDD.format(t.birth()))
                                .toList());
    }

    @ParameterizedTest
    @Seeds(60)
    void everyBookingAndTravellerStandsInTheBookingsOnce(Seed seed) {
        Flight flight = flight(seed);
        List<String> read = new ArrayList<>();
        int documents = 0;
        for (NaiveMessage part : read(flight.pnrgov())) {
            assertThat(value(part.only("EQN"), 1, 0))
                    .isEqualTo(String.valueOf(flight.bookings().size()));
            List<List<List<String>>> booking = new ArrayList<>();
            for (List<List<String>> segment : part.segments()) {
                if (tag(segment).equals("SRC") || tag(segment).equals("UNT")) {
                    addBooking(read, booking);
                    booking.clear();
                }
                booking.add(segment);
            }
            documents += part.all("SSR", "DOCS").size();
        }
        assertThat(read)
                .containsExactlyInAnyOrderElementsOf(
                        flight.bookings().stream()
                                .map(b ->
                                        b.locator()
                                                + b.travellers().stream()
                                                        .map(MessagesTest::asBooked)
                                                        .collect(Collectors.joining()))
                                .toList());
        assertThat(documents)
                .isEqualTo(
                        flight.bookings().stream()
                                .filter(Booking::hasDocuments)
                                .mapToInt(b -> b.travellers().size())
                                .sum());
    }

    /// Locator and names up to the itinerary; what comes before the first SRC is none.
    private static void addBooking(List<String> read, List<List<List<String>>> booking) {
        if (booking.isEmpty() || !tag(booking.getFirst()).equals("SRC")) {
            return;
        }
        StringBuilder names = new StringBuilder();
        for (List<List<String>> segment : booking) {
            switch (tag(segment)) {
                case "RCI" -> names.append(value(segment, 1, 1));
                case "TIF" ->
                        names.append(" | ")
                                .append(value(segment, 1, 0).toUpperCase(Locale.ROOT))
                                .append('/')
                                .append(value(segment, 2, 0).toUpperCase(Locale.ROOT))
                                .append(' ')
                                .append(value(segment, 2, 1))
                                .append(value(segment, 2, 2));
                case "TVL" -> {
                    read.add(names.toString());
                    return;
                }
                default -> {}
            }
        }
        throw new AssertionError("a booking without itinerary");
    }

    private static String asBooked(Traveller t) {
        String kind =
                switch (t.kind()) {
                    case ADULT -> "A";
                    case CHILD -> "C";
                    case INFANT -> "IN";
                };
        return " | " + t.surname() + "/" + t.given() + t.title() + " " + kind + t.number();
    }

    @ParameterizedTest
    @Seeds(60)
    void envelopesAreWhatTheHabitsSay(Seed seed) {
        Flight flight = flight(seed);
        Habits habits = flight.habits();
        List<byte[]> messages = new ArrayList<>(flight.paxlst());
        messages.addAll(flight.pnrgov());
        for (byte[] bytes : messages) {
            NaiveMessage message = NaiveMessage.of(bytes);
            assertThat(message.all("UNZ")).hasSize(habits.hasUnz() ? 1 : 0);
            assertThat(message.all("UNG")).hasSize(habits.hasGroup() ? 1 : 0);
            assertThat(message.all("UNE")).hasSize(habits.hasGroup() ? 1 : 0);
            int declared = Integer.parseInt(value(message.only("UNT"), 1, 0));
            switch (habits.count()) {
                case RIGHT -> assertThat(declared).isEqualTo(message.messageSegments());
                case ONE_LESS -> assertThat(declared).isEqualTo(message.messageSegments() - 1);
                case WRONG -> assertThat(declared).isEqualTo(159);
            }
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            assertThat(text.startsWith("\u0001QK ")).isEqualTo(habits.isTypeB());
            if (habits.lines() == Habits.Lines.FOLDED_63) {
                assertThat(text.split("\r\n", -1)).allMatch(line -> line.length() <= 64);
            }
        }
    }

    @ParameterizedTest
    @Seeds(40)
    void partsAreNumberedFromOneAndShareTheirReference(Seed seed) {
        Flight flight = flight(seed);
        for (List<byte[]> messages : List.of(flight.paxlst(), flight.pnrgov())) {
            List<List<List<String>>> headers =
                    read(messages).stream().map(part -> part.only("UNH")).toList();
            assertThat(headers.stream().map(unh -> value(unh, 3, 0)).distinct()).hasSize(1);
            if (headers.size() > 1) {
                List<Integer> parts =
                        headers.stream().map(unh -> Integer.parseInt(value(unh, 4, 0))).toList();
                assertThat(parts.stream().sorted().toList())
                        .isEqualTo(
                                java.util.stream.IntStream.rangeClosed(1, parts.size())
                                        .boxed()
                                        .toList());
                if (flight.habits().marksParts()) {
                    assertThat(headers.stream().filter(unh -> value(unh, 4, 1).equals("F")))
                            .hasSize(1);
                }
            }
        }
    }

    private static Flight flight(Seed seed) {
        return Flights.of(FlightOptions.of(seed.value()).withDeviatingShare(.8))
                .flight(seed.value());
    }

    private static List<NaiveMessage> read(List<byte[]> messages) {
        return messages.stream().map(NaiveMessage::of).toList();
    }

    private static String readable(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1)
                .replace("\r\n", "")
                .replace("'", "'\n");
    }
}
