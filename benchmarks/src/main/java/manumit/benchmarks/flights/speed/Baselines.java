package manumit.benchmarks.flights.speed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import manumit.benchmarks.checks.Figure;
import manumit.benchmarks.flights.Flight;
import manumit.benchmarks.flights.FlightOptions;
import manumit.benchmarks.flights.Flights;
import manumit.travel.edifact.EdifactReader;
import manumit.travel.edifact.Segment;
import manumit.travel.mrz.MrzReader;
import manumit.travel.mrz.MrzReading;

/// The same work done by others, in the same run: messages of carriers that follow the guides cut
/// into segments and elements, and zones of documents read. One thread, processor time, warmed up.
final class Baselines {

    private static final int FLIGHTS = 60;
    private static final int ZONES = 5_000;

    private Baselines() {}

    /// NaN where nothing was measured.
    ///
    /// @param staediRefused share of the interchanges that StAEDI did not read to their end
    record Rates(
            double tokenised,
            double staedi,
            double staediRefused,
            double zones,
            double jmrtdZones) {

        static final Rates NONE =
                new Rates(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

        List<Figure> figures() {
            return List.of(
                    new Figure("tokenise_mb_per_second", tokenised, 1),
                    new Figure("staedi_mb_per_second", staedi, 1),
                    new Figure("staedi_refused_share", staediRefused, 3),
                    new Figure("ratio_tokenise_to_staedi", tokenised / staedi, 1),
                    new Figure("zones_per_second", zones, 0),
                    new Figure("jmrtd_zones_per_second", jmrtdZones, 0),
                    new Figure("ratio_zones_to_jmrtd", zones / jmrtdZones, 2));
        }
    }

    static Rates measure(FlightsRun options, Flights flights, Consumer<String> progress) {
        if (options.baselineSeconds() == 0) {
            return Rates.NONE;
        }
        progress.accept("cutting messages into segments, beside StAEDI");
        List<byte[]> inputs = new ArrayList<>();
        Flights.of(FlightOptions.of(options.seed()).withDeviatingShare(0))
                .flights(0, FLIGHTS)
                .forEach(flight -> {
                    inputs.addAll(flight.paxlst());
                    inputs.addAll(flight.pnrgov());
                });
        double tokenised = perSecond(inputs, options, Baselines::tokenise) / 1e6;
        long whole = inputs.stream().filter(StaediTokens::isReadWhole).count();
        List<byte[]> read = inputs.stream().filter(StaediTokens::isReadWhole).toList();
        double staedi =
                read.isEmpty()
                        ? Double.NaN
                        : perSecond(read, options, StaediTokens::tokenise) / 1e6;
        progress.accept("reading zones, beside JMRTD");
        List<String> zones =
                flights.flights(0, FLIGHTS)
                        .flatMap(Flight::travellers)
                        .limit(ZONES)
                        .map(traveller -> traveller.mrz())
                        .toList();
        double own = perSecond(zones, options, Baselines::readZone);
        return new Rates(
                tokenised,
                staedi,
                1 - (double) whole / inputs.size(),
                own,
                jmrtd(zones, options, progress));
    }

    /// The LGPL library is never shipped with Manumit: `make flights` puts it on the class path.
    private static double jmrtd(List<String> zones, FlightsRun options, Consumer<String> progress) {
        try {
            return perSecond(zones, options, JmrtdZones::read);
        } catch (NoClassDefFoundError _) {
            progress.accept("JMRTD left out: it is not on the class path; see make flights");
            return Double.NaN;
        }
    }

    /// Takes every text, as is done with StAEDI: here they are made only when asked for.
    private static long tokenise(byte[] input) {
        long[] texts = {0};
        EdifactReader.read(
                input,
                message -> message.segments().forEach(segment -> texts[0] += texts(segment)),
                _ -> {});
        require(texts[0] > 0);
        return input.length;
    }

    private static long texts(Segment segment) {
        long texts = 0;
        for (int element = 1; element < segment.elements(); element++) {
            for (int component = 0; component < segment.components(element); component++) {
                if (!segment.text(element, component).isEmpty()) {
                    texts++;
                }
            }
        }
        return texts;
    }

    private static long readZone(String zone) {
        require(
                MrzReader.read(zone, LocalDate.of(2026, 9, 29)) instanceof MrzReading.Read read
                        && read.isVerified());
        return 1;
    }

    static void require(boolean isRight) {
        if (!isRight) {
            throw new IllegalStateException("a baseline was measured on something else");
        }
    }

    /// Units of work a second of processor time; the first third of the time is not counted.
    private static <T> double perSecond(List<T> items, FlightsRun options, ToLongFunction<T> work) {
        long warmUp = (long) (options.baselineSeconds() * 1e9 / 3);
        long begun = CpuTime.nanos();
        long units = 0;
        while (CpuTime.nanos() - begun < warmUp) {
            units += items.stream().mapToLong(work).sum();
        }
        require(units > 0 || warmUp == 0);
        units = 0;
        long counted = CpuTime.nanos();
        long spent;
        do {
            for (T item : items) {
                units += work.applyAsLong(item);
            }
            spent = CpuTime.nanos() - counted;
        } while (spent < 2 * warmUp);
        return units / (spent / 1e9);
    }
}
