package manumit.travel.paxlst;

import java.util.ArrayList;
import java.util.List;
import manumit.travel.Contact;
import manumit.travel.Manifest;
import manumit.travel.MessageHeader;
import manumit.travel.Passenger;
import manumit.travel.PassengerList;
import manumit.travel.Role;
import manumit.travel.edifact.EdifactMessage;
import manumit.travel.edifact.Segment;
import manumit.travel.intake.Dates;
import manumit.travel.intake.Intake;
import manumit.travel.warnings.WarningCode;
import org.jspecify.annotations.Nullable;

/// Reads a PAXLST message: header, flight, then persons. Versions D.97B to D.15B share what is read
/// here.
///
/// The segments of a person are taken as a set, as carriers order them in many ways. Whatever is
/// odd about one person leaves the others alone.
public final class PassengerListReader {

    private final EdifactMessage message;
    private final Intake intake;
    private final FlightReader flight;
    private final List<Passenger> passengers = new ArrayList<>();
    private final List<Contact> reporterContacts = new ArrayList<>();

    private String documentCode = "";
    private String functionCode = "";
    private String transaction = "";
    private String transactionRevision = "";
    private String reporter = "";
    private int statedPassengers = -1;
    private int statedCrew = -1;
    private boolean reporterOpen;

    /// The person being read; null before the first.
    private @Nullable PersonReader person;

    private PassengerListReader(EdifactMessage message) {
        this.message = message;
        this.intake = new Intake(message);
        this.flight = new FlightReader(intake, Dates.prepared(message.envelope().prepared()));
    }

    public static PassengerList read(EdifactMessage message) {
        return new PassengerListReader(message).read();
    }

    private PassengerList read() {
        for (Segment segment : message.segments()) {
            readSegment(segment);
        }
        endPerson();
        if (statedPassengers < 0 && statedCrew < 0) {
            intake.warn(WarningCode.COUNT_ABSENT, message.place(), "CNT");
        }
        if (flight.legs().isEmpty()) {
            intake.warn(WarningCode.FLIGHT_MISSING, message.place(), "TDT");
        }
        Functions.Reading function = Functions.of(documentCode, functionCode);
        if (!function.known()) {
            intake.warn(WarningCode.FUNCTION_UNKNOWN, message.place(), "BGM");
        }
        return new PassengerList(
                MessageHeader.of(message),
                documentCode,
                functionCode,
                function.function(),
                transaction,
                transactionRevision,
                reporter,
                reporterContacts,
                new Manifest(
                        flight.crossing(), flight.legs(), passengers, statedPassengers, statedCrew),
                intake.rejected(),
                intake.unread(),
                intake.dropped(),
                intake.warnings());
    }

    private void readSegment(Segment segment) {
        switch (segment.tag()) {
            case "UNH", "UNT" -> {
                // Read with the envelope.
            }
            case "BGM" -> {
                documentCode = segment.text(1);
                functionCode = segment.text(2);
            }
            case "NAD" -> readParty(segment);
            case "TDT" -> {
                endPerson();
                flight.begin(segment);
            }
            case "CNT" -> {
                endPerson();
                readCount(segment);
            }
            case "AUT" -> intake.keep(segment);
            default -> {
                PersonReader current = person;
                if (current != null) {
                    current.read(segment);
                } else if (flight.hasBegun()) {
                    flight.read(segment);
                } else {
                    readHeader(segment);
                }
            }
        }
    }

    private void readHeader(Segment segment) {
        switch (segment.tag()) {
            case "RFF" -> {
                if (segment.text(1, 0).equals("TN")) {
                    transaction = segment.text(1, 1);
                    transactionRevision = segment.text(1, 4);
                } else {
                    intake.keep(segment);
                }
            }
            case "COM" -> {
                if (reporterOpen) {
                    reporterContacts.addAll(intake.contacts(segment));
                } else {
                    intake.keep(WarningCode.SEGMENT_MISPLACED, segment, "COM");
                }
            }
            case "CTA", "DTM", "LOC" -> intake.keep(segment);
            case "FTX" -> intake.dropFreeText();
            case "ATT", "DOC", "NAT", "MEA", "GEI", "EMP" ->
                    intake.keep(WarningCode.SEGMENT_MISPLACED, segment, segment.tag());
            default -> intake.keepUnknown(segment);
        }
    }

    private void readParty(Segment nad) {
        endPerson();
        String function = nad.text(1);
        if (function.equals("MS") || function.equals("GR")) {
            reporterOpen = true;
            reporter = reporter(nad);
            return;
        }
        Role role =
                switch (function) {
                    case "FL" -> Role.PASSENGER;
                    case "FM" -> Role.CREW;
                    case "DDU" -> Role.TRANSIT_PASSENGER;
                    case "DDT" -> Role.TRANSIT_CREW;
                    default -> Role.UNKNOWN;
                };
        if (role == Role.UNKNOWN) {
            intake.warn(WarningCode.ROLE_UNKNOWN, nad.place(), "NAD");
        }
        person = new PersonReader(nad, role, flight.day(), intake);
    }

    private static String reporter(Segment nad) {
        for (int element = 2; element <= 4; element++) {
            if (!nad.text(element).isEmpty()) {
                return nad.joined(element).replace(':', '/');
            }
        }
        return "";
    }

    private void endPerson() {
        PersonReader ended = person;
        person = null;
        if (ended == null) {
            return;
        }
        if (ended.isEmpty()) {
            intake.reject(WarningCode.PERSON_EMPTY, ended.segment());
        } else {
            passengers.add(ended.passenger());
        }
    }

    private void readCount(Segment cnt) {
        // Met too: CNT+41+8, the count as an element of its own.
        String written = cnt.components(1) > 1 ? cnt.text(1, 1) : cnt.text(2);
        int count = intake.number(written, cnt).orElse(-1);
        switch (cnt.text(1, 0)) {
            case "41" -> statedCrew = count;
            // 3 is met for 42.
            case "42", "3" -> statedPassengers = count;
            default -> intake.keep(WarningCode.QUALIFIER_UNKNOWN, cnt, "CNT");
        }
    }
}
