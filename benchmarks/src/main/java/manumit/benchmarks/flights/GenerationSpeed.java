package manumit.benchmarks.flights;

import java.util.Locale;

/// Says how fast flights are made: `GenerationSpeed [FLIGHTS]`, 24,000 unless said otherwise, on
/// one thread, the first tenth to warm up. A reader measured on these flights should be measured on
/// messages made before.
public final class GenerationSpeed {

    private GenerationSpeed() {}

    public static void main(String[] args) {
        int count = args.length == 0 ? 24_000 : Integer.parseInt(args[0]);
        Flights flights = Flights.of(FlightOptions.of(1));
        report("warming up", flights, 0, count / 10);
        report("measured", flights, count / 10, count);
    }

    private static void report(String what, Flights flights, int first, int count) {
        long start = System.nanoTime();
        long travellers = 0;
        long bytes = 0;
        for (int i = first; i < first + count; i++) {
            Flight flight = flights.flight(i);
            travellers += flight.travellerCount();
            for (byte[] message : flight.paxlst()) {
                bytes += message.length;
            }
            for (byte[] message : flight.pnrgov()) {
                bytes += message.length;
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%s: %,d flights, %,d travellers, %,d MB of messages in %.1f s, %,.0f travellers/s%n",
                what,
                count,
                travellers,
                bytes / 1_000_000,
                seconds,
                travellers / seconds);
    }
}
