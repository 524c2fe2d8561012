package manumit.benchmarks.flights.speed;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import manumit.benchmarks.checks.Figure;
import manumit.benchmarks.checks.WatchlistEngine;
import manumit.benchmarks.crowd.Crowd;
import manumit.benchmarks.flights.Flight;
import manumit.benchmarks.flights.FlightOptions;
import manumit.benchmarks.flights.Flights;
import manumit.matching.Band;
import manumit.matching.Identity;
import manumit.screening.FlightAssemblies;
import manumit.screening.FlightAssemblies.Change;
import manumit.screening.FlightAssemblies.ToScreen;
import manumit.screening.PassengerScreening;
import manumit.travel.BookingList;
import manumit.travel.PassengerList;
import manumit.travel.TravelMessage;
import manumit.travel.TravelMessages;
import manumit.travel.Unreadable;

/// Measures invented flights: their messages are made first, which is not counted, a block at a
/// time; then read; then everybody in them is screened against a list of invented people.
///
/// All messages are read. Screening stops after the given time, and the rest is reckoned in
/// proportion. Reading is timed by the clock and, for the figure of one core, by the processor time
/// of the threads, which the load of others changes less.
public final class FlightsBenchmark {

    private static final int BLOCK = 200;

    /// Flights read before anything is timed.
    private static final int WARM_UP = 200;

    /// Share of travellers who are on the list.
    private static final double LISTED_SHARE = .001;

    /// Those who may travel are taken from the first of the list.
    private static final int TRAVELLING = 10_000;

    /// Measured by us on GTAS, the open peer, on other machines: passengers read a second, and
    /// passengers matched a second at 100,000 listed.
    private static final double GTAS_READ_PER_SECOND = 12_200;

    private static final double GTAS_MATCHED_PER_SECOND = 10;

    private final FlightsRun options;
    private final Consumer<String> progress;

    private FlightsBenchmark(FlightsRun options, Consumer<String> progress) {
        this.options = options;
        this.progress = progress;
    }

    /// Builds the list, makes, reads and screens flights, and times the others.
    ///
    /// @param progress is told what is being done, and what is left out
    public static List<Figure> run(FlightsRun options, Consumer<String> progress) {
        return new FlightsBenchmark(options, progress).run();
    }

    /// What was read of a flight.
    private record Read(List<TravelMessage> messages, long bytes, double cpuSeconds) {}

    /// How many of a flight were screened before the time was up.
    ///
    /// @param alike who needed no question, as list and booking say the same
    private record Asked(long persons, long alike, long screened, long candidates) {}

    /// Sums over all flights.
    private static final class Sums {
        long travellers;
        long messages;
        long persons;
        long lost;
        long bytes;
        double readSeconds;
        double readCpuSeconds;
        long toScreen;
        long alike;
        long screened;
        long candidates;
        double screenSeconds;

        void add(Read read) {
            bytes += read.bytes();
            readCpuSeconds += read.cpuSeconds();
            for (TravelMessage message : read.messages()) {
                messages++;
                switch (message) {
                    case PassengerList list -> {
                        persons += list.manifest().passengers().size();
                        lost += list.rejected().size();
                    }
                    case BookingList list -> {
                        persons += list.passengers().size();
                        lost += list.rejected().size();
                    }
                    case Unreadable _ -> lost++;
                }
            }
        }
    }

    private List<Figure> run() {
        progress.accept("building the list");
        Crowd crowd = Crowd.of(options.seed());
        List<Identity> travelling =
                crowd.identities(0, Math.min(options.list(), TRAVELLING))
                        .collect(Collectors.toCollection(ArrayList::new));
        Flights flights =
                Flights.of(FlightOptions.of(options.seed()).withListed(travelling, LISTED_SHARE));
        Sums sums = new Sums();
        try (WatchlistEngine engine =
                        WatchlistEngine.build(
                                crowd.identities(0, options.list()), options.scale());
                ExecutorService threads = Executors.newFixedThreadPool(options.threads())) {
            PassengerScreening screening =
                    PassengerScreening.of(engine.watchlist())
                            .withCandidates(Band.POSSIBLE, Integer.MAX_VALUE);
            progress.accept("warming up");
            int warmUp = Math.min(WARM_UP, options.flights());
            List<Read> warm = read(flights, options.flights(), warmUp, new Sums(), threads);
            double warmUpSeconds = Math.min(8, options.seconds() / 2);
            screen(warm, screening, deadline(warmUpSeconds), threads);
            progress.accept("reading and screening");
            for (int first = 0; first < options.flights(); first += BLOCK) {
                int count = Math.min(BLOCK, options.flights() - first);
                List<Read> block = read(flights, first, count, sums, threads);
                double left = options.seconds() - sums.screenSeconds;
                long begun = System.nanoTime();
                for (Asked asked : screen(block, screening, deadline(left), threads)) {
                    sums.toScreen += asked.persons();
                    sums.alike += asked.alike();
                    sums.screened += asked.screened();
                    sums.candidates += asked.candidates();
                }
                if (left > 0) {
                    sums.screenSeconds += since(begun);
                }
            }
        }
        progress.accept("weighing kept flights");
        double keptBytes = KeptFlights.bytesAPassenger(flights);
        return figures(sums, keptBytes, Baselines.measure(options, flights, progress));
    }

    private static long deadline(double seconds) {
        return System.nanoTime() + (long) (seconds * 1e9);
    }

    private List<Read> read(
            Flights flights, int first, int count, Sums sums, ExecutorService threads) {
        List<Flight> made = flights.flights(first, count).parallel().toList();
        List<List<byte[]>> inputs =
                made.parallelStream()
                        .map(flight -> {
                            List<byte[]> messages = new ArrayList<>(flight.paxlst());
                            messages.addAll(flight.pnrgov());
                            return messages;
                        })
                        .toList();
        made.forEach(flight -> sums.travellers += flight.travellerCount());
        long begun = System.nanoTime();
        List<Callable<Read>> work = new ArrayList<>(inputs.size());
        inputs.forEach(messages -> work.add(() -> read(messages)));
        List<Read> read = all(threads, work);
        sums.readSeconds += since(begun);
        read.forEach(sums::add);
        return read;
    }

    private static Read read(List<byte[]> inputs) {
        long begun = CpuTime.nanos();
        List<TravelMessage> messages = new ArrayList<>();
        long bytes = 0;
        for (byte[] input : inputs) {
            TravelMessages.read(input, messages::add);
            bytes += input.length;
        }
        return new Read(messages, bytes, (CpuTime.nanos() - begun) / 1e9);
    }

    private static List<Asked> screen(
            List<Read> block,
            PassengerScreening screening,
            long deadline,
            ExecutorService threads) {
        FlightAssemblies flights =
                new FlightAssemblies(FlightAssemblies.Bounds.DEFAULT, Clock.systemUTC());
        List<Callable<Asked>> work = new ArrayList<>(block.size());
        block.forEach(
                read -> work.add(() -> screen(read.messages(), flights, screening, deadline)));
        return all(threads, work);
    }

    private static Asked screen(
            List<TravelMessage> messages,
            FlightAssemblies flights,
            PassengerScreening screening,
            long deadline) {
        long persons = 0;
        long screened = 0;
        long candidates = 0;
        long alike = 0;
        for (TravelMessage message : messages) {
            Change change = flights.add(message);
            alike += change.alike().size();
            for (ToScreen person : change.toScreen()) {
                persons++;
                if (System.nanoTime() - deadline < 0) {
                    candidates += screening.screen(person.query()).candidates().size();
                    screened++;
                }
            }
        }
        return new Asked(persons, alike, screened, candidates);
    }

    private static <T> List<T> all(ExecutorService threads, List<Callable<T>> work) {
        List<T> results = new ArrayList<>(work.size());
        try {
            for (Future<T> one : threads.invokeAll(work)) {
                results.add(one.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("reading or screening failed", e.getCause());
        }
        return results;
    }

    private List<Figure> figures(Sums sums, double keptBytes, Baselines.Rates others) {
        double readPerSecond = sums.persons / sums.readSeconds;
        double screenedPerSecond = sums.screened / sums.screenSeconds;
        double forAll = sums.toScreen / screenedPerSecond;
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure("flights", options.flights(), 0));
        figures.add(new Figure("passengers", sums.travellers, 0));
        figures.add(new Figure("listed", options.list(), 0));
        figures.add(new Figure("threads", options.threads(), 0));
        figures.add(new Figure("messages", sums.messages, 0));
        figures.add(new Figure("megabytes", sums.bytes / 1e6, 1));
        figures.add(new Figure("persons_in_messages", sums.persons, 0));
        figures.add(new Figure("persons_rejected", sums.lost, 0));
        figures.add(new Figure("parse_seconds", sums.readSeconds, 2));
        figures.add(new Figure("parse_mb_per_second", sums.bytes / 1e6 / sums.readCpuSeconds, 1));
        figures.add(new Figure("persons_parsed_per_second", readPerSecond, 0));
        figures.add(new Figure("persons_to_screen", sums.toScreen, 0));
        figures.add(new Figure("persons_alike", sums.alike, 0));
        figures.add(new Figure("persons_screened", sums.screened, 0));
        figures.add(new Figure("screening_seconds", sums.screenSeconds, 2));
        figures.add(new Figure("screened_per_second", screenedPerSecond, 1));
        figures.add(
                new Figure("candidates_per_person", (double) sums.candidates / sums.screened, 3));
        figures.add(new Figure("seconds", sums.readSeconds + sums.screenSeconds, 2));
        figures.add(new Figure("seconds_for_all_reckoned", sums.readSeconds + forAll, 0));
        figures.add(new Figure("kept_bytes_per_passenger", keptBytes, 0));
        figures.addAll(others.figures());
        figures.add(
                new Figure(
                        "ratio_parsing_to_gtas_elsewhere",
                        readPerSecond / GTAS_READ_PER_SECOND,
                        1));
        figures.add(
                new Figure(
                        "ratio_screening_to_gtas_elsewhere",
                        screenedPerSecond / GTAS_MATCHED_PER_SECOND,
                        1));
        return figures;
    }

    private static double since(long nanoTime) {
        return (System.nanoTime() - nanoTime) / 1e9;
    }
}
