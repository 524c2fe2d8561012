package manumit.travel;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads test inputs to the end.
final class Reading {

    private Reading() {}

    static List<TravelMessage> of(byte[] input) {
        List<TravelMessage> messages = new ArrayList<>();
        TravelMessages.read(input, messages::add);
        return messages;
    }

    static List<TravelMessage> of(String input) {
        return of(input.getBytes(StandardCharsets.ISO_8859_1));
    }

    /// The same through a stream, which is read block by block.
    static List<TravelMessage> ofStream(byte[] input) {
        List<TravelMessage> messages = new ArrayList<>();
        try {
            TravelMessages.read(new ByteArrayInputStream(input), messages::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return messages;
    }

    /// The only message, a passenger list.
    static PassengerList list(String input) {
        return (PassengerList) only(input);
    }

    /// The only message, a list of bookings.
    static BookingList bookings(String input) {
        return (BookingList) only(input);
    }

    private static TravelMessage only(String input) {
        List<TravelMessage> messages = of(input);
        if (messages.size() != 1) {
            throw new AssertionError("one message expected, not " + messages);
        }
        return messages.getFirst();
    }

    static List<Passenger> persons(TravelMessage message) {
        return switch (message) {
            case PassengerList list -> list.manifest().passengers();
            case BookingList list -> list.passengers();
            case Unreadable _ -> List.of();
        };
    }

    static int rejected(TravelMessage message) {
        return switch (message) {
            case PassengerList list -> list.rejected().size();
            case BookingList list -> list.rejected().size();
            case Unreadable _ -> 0;
        };
    }

    /// An own sample under `src/test/resources/messages`.
    static byte[] sample(String name) {
        try (InputStream in = Reading.class.getResourceAsStream("/messages/" + name)) {
            if (in == null) {
                throw new AssertionError("no sample " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
