package manumit.travel;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import manumit.travel.edifact.EdifactMessage;
import manumit.travel.edifact.EdifactReader;
import manumit.travel.edifact.UnreadBytes;
import manumit.travel.paxlst.PassengerListReader;
import manumit.travel.pnrgov.BookingListReader;
import manumit.travel.warnings.WarningCode;

/// Reads the messages of an input, one after another.
///
/// Nothing in an input makes it throw: what cannot be read becomes {@link Unreadable}, the rest
/// goes on. Memory is bounded by the longest message, time by the length of the input. {@link
/// EdifactReader} finds the messages and cuts them into segments; one reader a type says what the
/// segments mean.
public final class TravelMessages {

    private TravelMessages() {}

    /// Reads a stream to its end and leaves it open.
    ///
    /// @param sink gets each message as soon as it is complete, in the order of the input
    /// @throws IOException if the stream cannot be read
    public static void read(InputStream input, Consumer<TravelMessage> sink) throws IOException {
        EdifactReader.read(
                input,
                message -> sink.accept(interpreted(message)),
                bytes -> sink.accept(unreadable(bytes)));
    }

    /// Reads an input in memory, which must not change meanwhile.
    public static void read(byte[] input, Consumer<TravelMessage> sink) {
        EdifactReader.read(
                input,
                message -> sink.accept(interpreted(message)),
                bytes -> sink.accept(unreadable(bytes)));
    }

    private static TravelMessage interpreted(EdifactMessage message) {
        return switch (message.type()) {
            case "PAXLST" -> PassengerListReader.read(message);
            case "PNRGOV" -> BookingListReader.read(message);
            default -> new Unreadable(WarningCode.TYPE_UNSUPPORTED, message.place(), message.raw());
        };
    }

    private static Unreadable unreadable(UnreadBytes bytes) {
        return new Unreadable(bytes.reason(), bytes.place(), bytes.bytes());
    }
}
