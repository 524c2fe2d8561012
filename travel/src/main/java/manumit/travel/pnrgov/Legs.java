package manumit.travel.pnrgov;

import java.util.Optional;
import manumit.travel.FlightNumber;
import manumit.travel.Leg;
import manumit.travel.LocalMoment;
import manumit.travel.PartialDate;
import manumit.travel.edifact.Segment;
import manumit.travel.intake.Dates;
import manumit.travel.intake.Digits;
import manumit.travel.intake.Intake;
import manumit.travel.warnings.WarningCode;

/// Reads TVL: `DDMMYY:HHMM:DDMMYY:HHMM+from+to+marketing[:operating]+number:class`.
final class Legs {

    private Legs() {}

    /// @param pushed the flight for which the bookings were sent
    static Leg read(Segment tvl, FlightNumber pushed, Intake intake) {
        String number = number(tvl);
        LocalMoment departure = moment(tvl.text(1, 0), tvl.text(1, 1), tvl, intake);
        LocalMoment arrival = arrival(tvl, departure, intake);
        Leg.Kind kind =
                switch (number) {
                    case "ARNK" -> Leg.Kind.SURFACE;
                    case "OPEN" -> Leg.Kind.OPEN;
                    default -> Leg.Kind.FLIGHT;
                };
        FlightNumber flight =
                kind == Leg.Kind.FLIGHT
                        ? FlightNumber.of(tvl.text(4, 0), number)
                        : FlightNumber.UNKNOWN;
        // The number under which the other carrier flies comes in a segment of its own.
        String operator = tvl.text(4, 1);
        FlightNumber operating =
                operator.isEmpty()
                        ? FlightNumber.UNKNOWN
                        : FlightNumber.of(
                                operator, isFlown(operator, flight, pushed) ? number : "");
        return new Leg(
                kind,
                flight,
                operating,
                tvl.text(2, 0),
                tvl.text(3, 0),
                departure,
                arrival,
                tvl.text(5, 1),
                "");
    }

    /// The number with its suffix, which may be a component of its own.
    static String number(Segment tvl) {
        String number = tvl.text(5, 0);
        String suffix = tvl.text(5, 2);
        boolean isSuffix =
                suffix.length() == 1 && suffix.charAt(0) >= 'A' && suffix.charAt(0) <= 'Z';
        return isSuffix && Digits.number(number, 4) >= 0 ? number + suffix : number;
    }

    /// `TVL+++++972:M`: only the number under which the flight before it is flown.
    static boolean isOperatingNumber(Segment tvl) {
        return tvl.text(1).isEmpty()
                && tvl.text(2).isEmpty()
                && tvl.text(3).isEmpty()
                && tvl.text(5).matches("\\d{1,4}[A-Z]?");
    }

    /// Whether the number is that under which the flight is flown, against the guide: the message
    /// was pushed for that flight.
    private static boolean isFlown(String operator, FlightNumber flight, FlightNumber pushed) {
        return pushed.isReadable()
                && operator.equals(pushed.carrier())
                && flight.number().equals(pushed.number())
                && flight.suffix().equals(pushed.suffix());
    }

    /// The leg with the number that follows it: by the guide that of the operating carrier, but
    /// some send the two the other way round.
    static Leg withSecondNumber(Leg leg, String carrier, String number, FlightNumber pushed) {
        if (!isFlown(leg.operating().carrier(), leg.flight(), pushed)) {
            return withOperating(leg, carrier, number);
        }
        return new Leg(
                leg.kind(),
                FlightNumber.of(leg.flight().carrier(), number),
                leg.operating(),
                leg.from(),
                leg.to(),
                leg.departure(),
                leg.arrival(),
                leg.bookingClass(),
                leg.status());
    }

    static Leg withOperating(Leg leg, String carrier, String number) {
        String operator =
                !carrier.isEmpty()
                        ? carrier
                        : leg.operating().carrier().isEmpty()
                                ? leg.flight().carrier()
                                : leg.operating().carrier();
        return leg.withOperating(FlightNumber.of(operator, number));
    }

    /// Without a date of its own (`::1230`, or `:1230` in the header), it is that of the departure,
    /// or unknown if it would lie before it.
    private static LocalMoment arrival(Segment tvl, LocalMoment departure, Intake intake) {
        String date = tvl.text(1, 2);
        String time = tvl.text(1, 3);
        if (date.length() == 6) {
            return moment(date, time, tvl, intake);
        }
        Optional<LocalMoment> sameDay =
                departure.date().isUnknown()
                        ? Optional.empty()
                        : Dates.momentDayFirst(dayText(departure.date()), date + time);
        return sameDay.filter(moment -> moment.minuteOfDay() >= departure.minuteOfDay())
                .filter(moment -> moment.minuteOfDay() >= 0)
                .orElse(LocalMoment.UNKNOWN);
    }

    private static String dayText(PartialDate date) {
        return two(date.day()) + two(date.month()) + two(date.year() % 100);
    }

    private static String two(int value) {
        return value < 10 ? "0" + value : Integer.toString(value);
    }

    private static LocalMoment moment(String date, String time, Segment tvl, Intake intake) {
        if (date.isEmpty()) {
            return LocalMoment.UNKNOWN;
        }
        Optional<LocalMoment> read = Dates.momentDayFirst(date, time);
        if (read.isEmpty()) {
            intake.warn(WarningCode.DATE_UNREADABLE, tvl.place(), "TVL");
        }
        return read.orElse(LocalMoment.UNKNOWN);
    }
}
