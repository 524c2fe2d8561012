package manumit.travel.paxlst;

import java.util.ArrayList;
import java.util.List;
import manumit.travel.FlightNumber;
import manumit.travel.Leg;
import manumit.travel.LocalMoment;
import manumit.travel.PartialDate;
import manumit.travel.edifact.Segment;
import manumit.travel.intake.Dates;
import manumit.travel.intake.Intake;
import manumit.travel.warnings.WarningCode;

/// Reads the flight: each TDT with its places and times. Times are local there.
final class FlightReader {

    /// A place of a flight as LOC gives it, with the times that follow it.
    private record Stop(
            String airport, String qualifier, LocalMoment departure, LocalMoment arrival) {}

    private final Intake intake;
    private final PartialDate prepared;
    private final List<Leg> legs = new ArrayList<>();
    private final List<Stop> stops = new ArrayList<>();
    private Leg crossing = Leg.UNKNOWN;
    private FlightNumber number = FlightNumber.UNKNOWN;
    private boolean begun;
    private boolean crossingFound;

    FlightReader(Intake intake, PartialDate prepared) {
        this.intake = intake;
        this.prepared = prepared;
    }

    boolean hasBegun() {
        return begun;
    }

    /// All legs so far, in order.
    List<Leg> legs() {
        endLegs();
        return legs;
    }

    /// The leg from the last departure before the border to the first arrival behind it; the first
    /// leg if the message marks none.
    Leg crossing() {
        endLegs();
        return crossing;
    }

    /// The day of the flight, or else of the message: what two digits of a year are compared with.
    PartialDate day() {
        PartialDate departure = crossing().departure().date();
        return departure.year() > 0 ? departure : prepared;
    }

    void begin(Segment tdt) {
        endLegs();
        begun = true;
        String written = tdt.text(2);
        String carrier = tdt.text(5);
        number = FlightNumber.parse(written);
        if (!number.isReadable() && !carrier.isEmpty()) {
            number = FlightNumber.of(carrier, written);
        }
        if (!number.isReadable()) {
            intake.warn(WarningCode.FLIGHT_NUMBER_UNREADABLE, tdt.place(), "TDT");
        } else if (!carrier.isEmpty() && !carrier.equals(number.carrier())) {
            intake.warn(WarningCode.CARRIER_CONTRADICTS, tdt.place(), "TDT");
        }
    }

    void read(Segment segment) {
        switch (segment.tag()) {
            case "LOC" -> readPlace(segment);
            case "DTM" -> readTime(segment);
            case "RFF", "CTA", "COM" -> intake.keep(segment);
            case "FTX" -> intake.dropFreeText();
            case "ATT", "DOC", "NAT", "MEA", "GEI", "EMP" ->
                    intake.keep(WarningCode.SEGMENT_MISPLACED, segment, segment.tag());
            default -> intake.keepUnknown(segment);
        }
    }

    private void readPlace(Segment loc) {
        String qualifier = loc.text(1);
        switch (qualifier) {
            case "87", "92", "125", "130" ->
                    stops.add(
                            new Stop(
                                    loc.text(2),
                                    qualifier,
                                    LocalMoment.UNKNOWN,
                                    LocalMoment.UNKNOWN));
            case "188", "172", "192", "91" -> intake.keep(loc);
            default -> intake.keep(WarningCode.QUALIFIER_UNKNOWN, loc, "LOC");
        }
    }

    private void readTime(Segment dtm) {
        String qualifier = dtm.text(1, 0);
        if (!qualifier.equals("189") && !qualifier.equals("232")) {
            intake.keep(WarningCode.QUALIFIER_UNKNOWN, dtm, "DTM");
            return;
        }
        LocalMoment moment = Dates.momentYearFirst(dtm.text(1, 1)).orElse(LocalMoment.UNKNOWN);
        if (moment.date().isUnknown()) {
            intake.warn(WarningCode.DATE_UNREADABLE, dtm.place(), "DTM+" + qualifier);
        }
        if (stops.isEmpty()) {
            stops.add(new Stop("", "", LocalMoment.UNKNOWN, LocalMoment.UNKNOWN));
        }
        Stop stop = stops.removeLast();
        stops.add(
                qualifier.equals("189")
                        ? new Stop(stop.airport, stop.qualifier, moment, stop.arrival)
                        : new Stop(stop.airport, stop.qualifier, stop.departure, moment));
    }

    /// Makes legs of the places of one flight: each place is left for the next.
    private void endLegs() {
        if (number.equals(FlightNumber.UNKNOWN) && stops.isEmpty()) {
            return;
        }
        List<Stop> ordered = merged();
        if (ordered.size() < 2) {
            Stop only =
                    ordered.isEmpty()
                            ? new Stop("", "", LocalMoment.UNKNOWN, LocalMoment.UNKNOWN)
                            : ordered.getFirst();
            boolean arrives = only.qualifier.equals("87") || only.departure.date().isUnknown();
            add(
                    Leg.of(
                            number,
                            arrives ? "" : only.airport,
                            arrives ? only.airport : "",
                            only.departure,
                            only.arrival),
                    only.qualifier.equals("87"));
        }
        for (int i = 0; i + 1 < ordered.size(); i++) {
            Stop from = ordered.get(i);
            Stop to = ordered.get(i + 1);
            add(
                    Leg.of(number, from.airport, to.airport, from.departure, to.arrival),
                    from.qualifier.equals("125") || to.qualifier.equals("87"));
        }
        stops.clear();
        number = FlightNumber.UNKNOWN;
    }

    /// A place named twice in a row, once for arrival and once for departure, is one place. The
    /// same airport as departure and arrival of a flight (a round trip) stays two.
    private List<Stop> merged() {
        List<Stop> merged = new ArrayList<>();
        for (Stop stop : stops) {
            Stop before = merged.isEmpty() ? null : merged.getLast();
            boolean same =
                    before != null
                            && before.airport.equals(stop.airport)
                            && before.departure.date().isUnknown()
                            && stop.arrival.date().isUnknown();
            if (before != null && same) {
                merged.removeLast();
                String qualifier =
                        before.qualifier.equals("92") ? stop.qualifier : before.qualifier;
                merged.add(new Stop(stop.airport, qualifier, stop.departure, before.arrival));
            } else {
                merged.add(stop);
            }
        }
        return merged;
    }

    private void add(Leg leg, boolean crosses) {
        legs.add(leg);
        if (legs.size() == 1 || (crosses && !crossingFound)) {
            crossing = leg;
        }
        crossingFound |= crosses;
    }
}
