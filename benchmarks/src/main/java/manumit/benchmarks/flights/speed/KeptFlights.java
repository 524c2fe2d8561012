package manumit.benchmarks.flights.speed;

import java.lang.ref.Reference;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import manumit.benchmarks.flights.Flight;
import manumit.benchmarks.flights.Flights;
import manumit.screening.FlightAssemblies;
import manumit.travel.TravelMessages;

/// What flights weigh that are kept for screening: bytes of heap a passenger, whose list and
/// booking have both come once.
final class KeptFlights {

    private static final int FLIGHTS = 100;

    private KeptFlights() {}

    static double bytesAPassenger(Flights flights) {
        FlightAssemblies kept =
                new FlightAssemblies(FlightAssemblies.Bounds.DEFAULT, Clock.systemUTC());
        // What is made once, with the first flight, is not counted.
        add(flights.flight(0), kept);
        try {
            long before = live();
            long passengers = 0;
            for (int i = 1; i <= FLIGHTS; i++) {
                passengers += add(flights.flight(i), kept);
            }
            return (double) (live() - before) / passengers;
        } finally {
            Reference.reachabilityFence(kept);
        }
    }

    private static int add(Flight flight, FlightAssemblies kept) {
        List<byte[]> inputs = new ArrayList<>(flight.paxlst());
        inputs.addAll(flight.pnrgov());
        inputs.forEach(input -> TravelMessages.read(input, kept::add));
        return flight.travellerCount();
    }

    /// Bytes in use after a collection.
    private static long live() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
