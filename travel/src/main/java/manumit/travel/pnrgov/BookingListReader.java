package manumit.travel.pnrgov;

import java.util.ArrayList;
import java.util.List;
import manumit.travel.Booking;
import manumit.travel.BookingList;
import manumit.travel.FlightNumber;
import manumit.travel.Leg;
import manumit.travel.MessageHeader;
import manumit.travel.PartialDate;
import manumit.travel.edifact.EdifactMessage;
import manumit.travel.edifact.Segment;
import manumit.travel.intake.Dates;
import manumit.travel.intake.Intake;
import manumit.travel.warnings.WarningCode;
import org.jspecify.annotations.Nullable;

/// Reads a PNRGOV message: the flight, then bookings, each begun by SRC. Versions 10.1 to 16.1
/// share what is read here; from 13.1 on operating flights may stand in TRA.
public final class BookingListReader {

    private final EdifactMessage message;
    private final Intake intake;
    private final List<Booking> bookings = new ArrayList<>();

    private String functionCode = "";
    private Leg flight = Leg.UNKNOWN;
    private int statedBookings = -1;

    /// The booking being read; null before the first.
    private @Nullable BookingReader booking;

    private BookingListReader(EdifactMessage message) {
        this.message = message;
        this.intake = new Intake(message);
    }

    public static BookingList read(EdifactMessage message) {
        return new BookingListReader(message).read();
    }

    private BookingList read() {
        for (Segment segment : message.segments()) {
            readSegment(segment);
        }
        endBooking();
        if (statedBookings < 0) {
            intake.warn(WarningCode.COUNT_ABSENT, message.place(), "EQN");
        }
        if (flight.isUnknown()) {
            intake.warn(WarningCode.FLIGHT_MISSING, message.place(), "TVL");
        }
        return new BookingList(
                MessageHeader.of(message),
                functionCode,
                flight,
                statedBookings,
                bookings,
                intake.rejected(),
                intake.unread(),
                intake.dropped(),
                intake.warnings());
    }

    private void readSegment(Segment segment) {
        String tag = segment.tag();
        if (tag.equals("UNH") || tag.equals("UNT")) {
            return;
        }
        if (tag.equals("SRC")) {
            endBooking();
            booking = new BookingReader(segment, flight.flight(), flightDay(), intake);
            return;
        }
        BookingReader current = booking;
        if (current != null) {
            current.read(segment);
            return;
        }
        switch (tag) {
            case "MSG" -> functionCode = segment.text(1, 1);
            case "ORG" -> {
                // Who sends: UNB says it too.
            }
            case "TVL" -> flight = flight(segment);
            case "EQN" -> statedBookings = intake.number(segment.text(1, 0), segment).orElse(-1);
            case "RCI", "TIF" -> {
                // A booking whose SRC was lost.
                intake.warn(WarningCode.SEGMENT_MISPLACED, segment.place(), tag);
                BookingReader begun =
                        new BookingReader(segment, flight.flight(), flightDay(), intake);
                booking = begun;
                begun.read(segment);
            }
            case "IFT", "LTS" -> intake.dropFreeText();
            default -> intake.keepUnknown(segment);
        }
    }

    private Leg flight(Segment tvl) {
        Leg read = Legs.read(tvl, FlightNumber.UNKNOWN, intake);
        FlightNumber number = FlightNumber.of(tvl.text(4), Legs.number(tvl));
        if (!number.isReadable()) {
            intake.warn(WarningCode.FLIGHT_NUMBER_UNREADABLE, tvl.place(), "TVL");
        }
        return Leg.of(number, read.from(), read.to(), read.departure(), read.arrival());
    }

    private PartialDate flightDay() {
        PartialDate departure = flight.departure().date();
        return departure.year() > 0 ? departure : Dates.prepared(message.envelope().prepared());
    }

    private void endBooking() {
        BookingReader ended = booking;
        booking = null;
        if (ended != null) {
            bookings.add(ended.finish());
        }
    }
}
