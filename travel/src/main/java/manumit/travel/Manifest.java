package manumit.travel;

import java.util.List;

/// Who is said to be on a flight, by one message.
///
/// @param flight the leg that crosses the border, or the first; {@link Leg#UNKNOWN} if none is
///   given
/// @param legs all legs in order
/// @param passengers in the order of the message; crew too
/// @param statedPassengers passengers on the whole flight, in all parts; -1 if not stated
/// @param statedCrew the same for the crew
public record Manifest(
        Leg flight,
        List<Leg> legs,
        List<Passenger> passengers,
        int statedPassengers,
        int statedCrew) {

    public Manifest {
        legs = List.copyOf(legs);
        passengers = List.copyOf(passengers);
    }
}
