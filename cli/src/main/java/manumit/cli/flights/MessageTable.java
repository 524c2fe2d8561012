package manumit.cli.flights;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import manumit.cli.output.SafeText;
import manumit.travel.BookingList;
import manumit.travel.Leg;
import manumit.travel.Passenger;
import manumit.travel.PassengerList;
import manumit.travel.PersonName;
import manumit.travel.Unreadable;
import manumit.travel.warnings.Warning;

/// A message for a person to read: the flight, a line a person, a line a warning. No columns: names
/// that run from right to left would disturb them.
final class MessageTable {

    private MessageTable() {}

    /// Ends with an empty line.
    static String block(FlightMessage message) {
        StringBuilder text = new StringBuilder();
        text.append(SafeText.of(message.file()))
                .append(" message ")
                .append(message.number())
                .append(": ")
                .append(message.type());
        switch (message.message()) {
            case PassengerList list -> {
                text.append("  ").append(flight(list.manifest().flight())).append("  ");
                appendCount(text, list.manifest().passengers().size(), "persons");
                appendStated(text, list.manifest().statedPassengers(), "passengers");
                appendStated(text, list.manifest().statedCrew(), "crew");
            }
            case BookingList list -> {
                text.append("  ").append(flight(list.flight())).append("  ");
                appendCount(text, list.passengers().size(), "persons");
                text.append(", ");
                appendCount(text, list.bookings().size(), "bookings");
                appendStated(text, list.statedBookings(), "bookings");
            }
            case Unreadable _ -> {
                // Its only warning says why.
            }
        }
        text.append('\n');
        for (Passenger passenger : message.passengers()) {
            text.append("  ").append(person(passenger)).append('\n');
        }
        message.rejected()
                .forEach(rejected ->
                        text.append("  rejected: ")
                                .append(rejected.code().code())
                                .append(" at ")
                                .append(rejected.place())
                                .append(": ")
                                .append(rejected.code().remedy())
                                .append('\n'));
        for (Warning warning : message.message().warnings()) {
            text.append(message.message() instanceof Unreadable ? "  rejected: " : "  warning: ")
                    .append(SafeText.of(warning.toString()))
                    .append('\n');
        }
        return text.append('\n').toString();
    }

    private static void appendCount(StringBuilder text, int count, String what) {
        text.append(count).append(' ').append(what);
    }

    private static void appendStated(StringBuilder text, int stated, String what) {
        if (stated >= 0) {
            text.append(" (stated ").append(stated).append(' ').append(what).append(')');
        }
    }

    /// `ZZ123 VIE-LHR 2028-07-28T11:00`; for `flights screen` too.
    static String flight(Leg leg) {
        if (leg.isUnknown()) {
            return "flight unknown";
        }
        List<String> parts = new ArrayList<>();
        parts.add(leg.flight().text());
        parts.add(leg.from() + "-" + leg.to());
        parts.add(leg.departure().text());
        return SafeText.of(
                parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(" ")));
    }

    private static String person(Passenger passenger) {
        List<String> parts = new ArrayList<>();
        PersonName name = passenger.name();
        parts.add(name.isUnknown() ? "(no name)" : whole(name));
        parts.add(passenger.birthDate().text());
        parts.add(known(passenger.sex()));
        parts.addAll(passenger.nationalities());
        passenger
                .documents()
                .forEach(document ->
                        parts.add(
                                (document.type()
                                                + " "
                                                + document.number()
                                                + " "
                                                + document.issuer())
                                        .strip()));
        parts.add(passenger.locator());
        passenger.seats().forEach(seat -> parts.add("seat " + seat));
        parts.add(
                switch (passenger.role()) {
                    case PASSENGER -> "";
                    case CREW -> "crew";
                    case TRANSIT_PASSENGER -> "transit";
                    case TRANSIT_CREW -> "transit crew";
                    case UNKNOWN -> "role unknown";
                });
        return SafeText.of(
                parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(", ")));
    }

    /// Surname first, as carriers write.
    private static String whole(PersonName name) {
        String given = (name.given() + " " + name.middle()).strip();
        if (given.isEmpty() || name.surname().isEmpty()) {
            return name.surname() + given;
        }
        return name.surname() + " / " + given;
    }

    private static String known(Enum<?> value) {
        return value.name().equals("UNKNOWN") ? "" : MessageJson.code(value);
    }
}
