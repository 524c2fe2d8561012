package manumit.cli.flights;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import manumit.screening.FlightAssemblies.Change;
import manumit.screening.FlightAssemblies.ToScreen;
import manumit.screening.Screened;
import manumit.travel.Passenger;

/// A person who was screened, and where.
///
/// @param number of the person among those screened of the message, from 1
record ScreenedPerson(
        FlightMessage message, Change change, int number, ToScreen person, Screened screened) {

    /// The carrier's words for what was asked, by the fields of travellers.
    SequencedMap<String, String> given() {
        return given(person.passenger());
    }

    static SequencedMap<String, String> given(Passenger passenger) {
        SequencedMap<String, String> given = new LinkedHashMap<>();
        String givenNames = (passenger.name().given() + " " + passenger.name().middle()).strip();
        put(given, "given_names", givenNames);
        put(given, "family_name", passenger.name().surname());
        put(given, "birth_date", passenger.birthDate().text());
        put(
                given,
                "sex",
                switch (passenger.sex()) {
                    case FEMALE -> "F";
                    case MALE -> "M";
                    case UNSPECIFIED -> "X";
                    case UNKNOWN -> "";
                });
        put(given, "nationality", String.join("|", passenger.nationalities()));
        put(
                given,
                "document_number",
                passenger.documents().stream()
                        .map(document -> document.number())
                        .filter(number -> !number.isEmpty())
                        .collect(Collectors.joining("|")));
        return given;
    }

    private static void put(SequencedMap<String, String> given, String field, String text) {
        if (!text.isEmpty()) {
            given.put(field, text);
        }
    }

    @Override
    public String toString() {
        return message + ", person " + number;
    }
}
