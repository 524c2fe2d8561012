package manumit.cli.flights;

import java.util.List;
import java.util.Locale;
import manumit.cli.output.Json;
import manumit.travel.Baggage;
import manumit.travel.Booking;
import manumit.travel.BookingList;
import manumit.travel.Contact;
import manumit.travel.Dropped;
import manumit.travel.FlightNumber;
import manumit.travel.Leg;
import manumit.travel.Passenger;
import manumit.travel.PassengerList;
import manumit.travel.Payment;
import manumit.travel.PersonName;
import manumit.travel.TravelDocument;
import manumit.travel.Unreadable;
import manumit.travel.warnings.Place;
import manumit.travel.warnings.Warning;
import manumit.travel.warnings.WarningCode;
import tools.jackson.core.JsonGenerator;

/// One JSON object per line and message: `{"file","message","type","flight":{…},"passengers":[…],
/// "bookings":[…],"dropped":{…},"warnings":[{"code","place","text"}],"rejected":[{"code","place",
/// "remedy"}]}`. Of flights, persons and bookings, fields that the message leaves open are left
/// out. Dates are `1964-02-17`, unknown parts as hyphens.
final class MessageJson {

    private MessageJson() {}

    static String line(FlightMessage message) {
        return Json.line(json -> {
            json.writeStringProperty("file", message.file());
            json.writeNumberProperty("message", message.number());
            json.writeStringProperty("type", message.type());
            json.writeName("flight");
            writeFlight(json, message);
            json.writeArrayPropertyStart("passengers");
            message.passengers().forEach(passenger -> write(json, passenger));
            json.writeEndArray();
            json.writeArrayPropertyStart("bookings");
            message.bookings().forEach(booking -> write(json, booking));
            json.writeEndArray();
            writeDropped(json, message);
            json.writeArrayPropertyStart("warnings");
            message.message().warnings().forEach(warning -> write(json, warning));
            json.writeEndArray();
            json.writeArrayPropertyStart("rejected");
            if (message.message() instanceof Unreadable unreadable) {
                writeRejected(json, unreadable.reason(), unreadable.place());
            }
            message.rejected()
                    .forEach(person -> writeRejected(json, person.code(), person.place()));
            json.writeEndArray();
        });
    }

    private static void writeFlight(JsonGenerator json, FlightMessage message) {
        json.writeStartObject();
        writeLeg(json, message.flight());
        switch (message.message()) {
            case PassengerList list -> {
                text(json, "function", list.function().name().toLowerCase(Locale.ROOT));
                count(json, "stated_passengers", list.manifest().statedPassengers());
                count(json, "stated_crew", list.manifest().statedCrew());
            }
            case BookingList list -> count(json, "stated_bookings", list.statedBookings());
            case Unreadable _ -> {
                // Nothing is known of it.
            }
        }
        json.writeEndObject();
    }

    /// The fields of a leg, for `flights screen` too.
    static void writeLeg(JsonGenerator json, Leg leg) {
        flightNumber(json, "number", leg.flight());
        flightNumber(json, "operated_as", leg.operating());
        text(json, "from", leg.from());
        text(json, "to", leg.to());
        text(json, "departure", leg.departure().text());
        text(json, "arrival", leg.arrival().text());
    }

    private static void write(JsonGenerator json, Passenger passenger) {
        json.writeStartObject();
        json.writeStringProperty("role", code(passenger.role()));
        text(json, "booked_as", passenger.ageKind());
        json.writeArrayPropertyStart("names");
        passenger.names().forEach(name -> write(json, name));
        json.writeEndArray();
        text(json, "sex", passenger.sex());
        text(json, "birth_date", passenger.birthDate().text());
        text(json, "birth_place", passenger.birthPlace());
        texts(json, "nationalities", passenger.nationalities());
        text(json, "residence", passenger.residence());
        json.writeArrayPropertyStart("documents");
        passenger.documents().forEach(document -> write(json, document));
        json.writeEndArray();
        text(json, "locator", passenger.locator());
        text(json, "unique_reference", passenger.uniqueReference());
        text(json, "traveller_reference", passenger.travellerReference());
        text(json, "accompanies", passenger.accompanies());
        text(json, "embarked", passenger.embarked());
        text(json, "disembarked", passenger.disembarked());
        text(json, "cleared", passenger.cleared());
        texts(json, "seats", passenger.seats());
        write(json, passenger.baggage());
        texts(json, "tickets", passenger.tickets());
        texts(json, "frequent_flyer", passenger.frequentFlyer());
        contacts(json, passenger.contacts());
        json.writeName("place");
        write(json, passenger.place());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, PersonName name) {
        json.writeStartObject();
        text(json, "surname", name.surname());
        text(json, "given", name.given());
        text(json, "middle", name.middle());
        text(json, "title", name.title());
        text(json, "written", name.written());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, TravelDocument document) {
        json.writeStartObject();
        text(json, "type", document.type());
        text(json, "number", document.number());
        text(json, "issuer", document.issuer());
        text(json, "nationality", document.nationality());
        text(json, "expiry", document.expiry().text());
        text(json, "issued", document.issued().text());
        text(json, "issue_place", document.issuePlace());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Baggage baggage) {
        if (baggage.equals(Baggage.UNKNOWN)) {
            return;
        }
        json.writeObjectPropertyStart("bags");
        count(json, "pieces", baggage.pieces());
        if (baggage.weightKg() >= 0) {
            json.writeNumberProperty("weight_kg", baggage.weightKg());
        }
        texts(json, "tags", baggage.tags());
        text(json, "pool", baggage.pool());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Booking booking) {
        json.writeStartObject();
        text(json, "locator", booking.locator());
        texts(
                json,
                "other_locators",
                booking.otherLocators().stream()
                        .map(other -> other.qualifier() + ":" + other.value())
                        .toList());
        text(json, "created", booking.created().text());
        text(json, "changed", booking.changed().text());
        json.writeBooleanProperty("cancelled", booking.cancelled());
        texts(json, "agency", agency(booking));
        text(json, "group", booking.group());
        json.writeNumberProperty("passengers", booking.passengers().size());
        json.writeArrayPropertyStart("legs");
        for (Leg leg : booking.legs()) {
            json.writeStartObject();
            writeLeg(json, leg);
            text(json, "status", leg.status());
            json.writeEndObject();
        }
        json.writeEndArray();
        contacts(json, booking.contacts());
        json.writeArrayPropertyStart("payments");
        booking.payments().forEach(payment -> write(json, payment));
        json.writeEndArray();
        texts(json, "services", booking.services().stream().map(s -> s.code()).toList());
        texts(json, "split", booking.splitFrom().stream().map(r -> r.value()).toList());
        json.writeNumberProperty("history", booking.history().size());
        json.writeName("place");
        write(json, booking.place());
        json.writeEndObject();
    }

    private static List<String> agency(Booking booking) {
        return List.of(
                        booking.agency().system(),
                        booking.agency().iataNumber(),
                        booking.agency().office(),
                        booking.agency().city(),
                        booking.agency().country())
                .stream()
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static void write(JsonGenerator json, Payment payment) {
        json.writeStartObject();
        text(json, "form", payment.form());
        text(json, "vendor", payment.vendor());
        text(json, "account", payment.account());
        text(json, "amount", payment.amount());
        texts(json, "payer", payment.payer());
        json.writeEndObject();
    }

    private static void contacts(JsonGenerator json, List<Contact> contacts) {
        texts(
                json,
                "contacts",
                contacts.stream().map(c -> code(c.kind()) + ":" + c.value()).toList());
    }

    private static void writeDropped(JsonGenerator json, FlightMessage message) {
        Dropped dropped =
                switch (message.message()) {
                    case PassengerList list -> list.dropped();
                    case BookingList list -> list.dropped();
                    case Unreadable _ -> Dropped.NOTHING;
                };
        json.writeObjectPropertyStart("dropped");
        json.writeNumberProperty("sensitive_services", dropped.sensitiveServices());
        json.writeNumberProperty("other_services", dropped.otherServices());
        json.writeNumberProperty("free_texts", dropped.freeTexts());
        json.writeNumberProperty("card_numbers", dropped.cardNumbers());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Warning warning) {
        json.writeStartObject();
        json.writeStringProperty("code", warning.code().code());
        json.writeName("place");
        write(json, warning.place());
        json.writeStringProperty("text", warning.text());
        json.writeEndObject();
    }

    private static void writeRejected(JsonGenerator json, WarningCode code, Place place) {
        json.writeStartObject();
        json.writeStringProperty("code", code.code());
        json.writeName("place");
        write(json, place);
        json.writeStringProperty("remedy", code.remedy());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Place place) {
        json.writeStartObject();
        json.writeNumberProperty("segment", place.segment());
        json.writeNumberProperty("line", place.line());
        json.writeNumberProperty("byte", place.byteOffset());
        json.writeEndObject();
    }

    private static void flightNumber(JsonGenerator json, String name, FlightNumber number) {
        text(json, name, number.text());
    }

    private static void text(JsonGenerator json, String name, String value) {
        if (!value.isEmpty()) {
            json.writeStringProperty(name, value);
        }
    }

    private static void text(JsonGenerator json, String name, Enum<?> value) {
        text(json, name, value.name().equals("UNKNOWN") ? "" : code(value));
    }

    private static void texts(JsonGenerator json, String name, List<String> values) {
        if (!values.isEmpty()) {
            json.writeArrayPropertyStart(name);
            values.forEach(json::writeString);
            json.writeEndArray();
        }
    }

    private static void count(JsonGenerator json, String name, int value) {
        if (value >= 0) {
            json.writeNumberProperty(name, value);
        }
    }

    /// Lower case, as in all JSON of Manumit.
    static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
