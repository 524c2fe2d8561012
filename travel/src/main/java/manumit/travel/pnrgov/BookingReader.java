package manumit.travel.pnrgov;

import java.util.ArrayList;
import java.util.List;
import manumit.travel.Address;
import manumit.travel.AgeKind;
import manumit.travel.Agency;
import manumit.travel.Booking;
import manumit.travel.Contact;
import manumit.travel.FlightNumber;
import manumit.travel.Leg;
import manumit.travel.LocalMoment;
import manumit.travel.PartialDate;
import manumit.travel.Reference;
import manumit.travel.edifact.Segment;
import manumit.travel.intake.Dates;
import manumit.travel.intake.Digits;
import manumit.travel.intake.Intake;
import manumit.travel.warnings.Place;
import manumit.travel.warnings.WarningCode;
import org.jspecify.annotations.Nullable;

/// Reads one booking. The same segment means another thing in another group, so the reader knows
/// where it is: numbers are those of the guide's groups.
final class BookingReader {

    /// Where in a booking.
    private enum Group {
        /// GR1: the booking itself.
        BOOKING,
        /// GR2 to GR4: a traveller, a ticket, a payment.
        TRAVELLER,
        /// GR5: a leg.
        LEG,
        /// GR6, GR7: check-in on that leg.
        CHECK_IN,
        /// GR8: bookings split from this one.
        SPLIT,
        /// GR9: hotels, cars.
        OTHER_BOOKING,
        /// GR10 to GR12: history.
        HISTORY
    }

    private final Place place;
    private final FlightNumber pushed;
    private final Intake intake;
    private final Travellers travellers;
    private final Tickets tickets;
    private final ServiceReader services;
    private final CheckIn checkIn;
    private final History history;

    private final List<Reference> locators = new ArrayList<>();
    private final List<Reference> legLocators = new ArrayList<>();
    private final List<Reference> splitFrom = new ArrayList<>();
    private final List<String> otherBookings = new ArrayList<>();
    private final List<Leg> legs = new ArrayList<>();
    private final List<Contact> contacts = new ArrayList<>();
    private final List<Address> addresses = new ArrayList<>();

    private Group group = Group.BOOKING;
    private LocalMoment created = LocalMoment.UNKNOWN;
    private LocalMoment changed = LocalMoment.UNKNOWN;
    private Agency agency = Agency.UNKNOWN;
    private String groupName = "";
    private boolean cancelled;

    /// Whether a form of payment was read last: an address behind it is the payer's.
    private boolean paying;

    /// The traveller being read; null outside {@link Group#TRAVELLER}.
    private Travellers.@Nullable Traveller traveller;

    /// @param pushed the flight for which the bookings were sent
    BookingReader(Segment src, FlightNumber pushed, PartialDate flightDay, Intake intake) {
        this.place = src.place();
        this.pushed = pushed;
        this.intake = intake;
        this.travellers = new Travellers(intake);
        this.tickets = new Tickets(flightDay, intake);
        this.services = new ServiceReader(travellers, contacts, flightDay, intake);
        this.checkIn = new CheckIn(travellers, intake);
        this.history = new History(intake);
    }

    void read(Segment segment) {
        paying =
                switch (segment.tag()) {
                    case "FOP" -> true;
                    case "IFT", "ADD" -> paying;
                    default -> false;
                };
        switch (segment.tag()) {
            case "TIF" -> readTraveller(segment);
            case "TVL" -> readTravel(segment);
            case "ABI" -> {
                group = Group.HISTORY;
                history.begin(segment);
            }
            case "LTS" -> intake.dropFreeText();
            case "MSG" -> {
                group = Group.OTHER_BOOKING;
                traveller = null;
            }
            case "SAC" -> {
                group = Group.HISTORY;
                history.read(segment);
            }
            default -> {
                switch (group) {
                    case HISTORY -> history.read(segment);
                    case CHECK_IN -> readCheckIn(segment);
                    case BOOKING, TRAVELLER, LEG, SPLIT, OTHER_BOOKING -> readCommon(segment);
                }
            }
        }
    }

    private void readTraveller(Segment tif) {
        switch (group) {
            case HISTORY -> history.read(tif);
            case BOOKING, TRAVELLER -> {
                group = Group.TRAVELLER;
                Travellers.Traveller added = travellers.add(tif);
                traveller = added;
                if (added.person.ageKind == AgeKind.GROUP && groupName.isEmpty()) {
                    groupName = tif.text(1, 0);
                }
            }
            case LEG, CHECK_IN, SPLIT, OTHER_BOOKING ->
                    checkIn.setTraveller(travellers.findOrAdd(tif));
        }
    }

    private void readTravel(Segment tvl) {
        traveller = null;
        checkIn.end();
        switch (group) {
            case HISTORY -> history.read(tvl);
            case OTHER_BOOKING -> otherBookings.add(intake.masked(tvl.verbatim()));
            case BOOKING, TRAVELLER, LEG, CHECK_IN, SPLIT -> {
                group = Group.LEG;
                if (!legs.isEmpty() && Legs.isOperatingNumber(tvl)) {
                    changeLeg(
                            Legs.withSecondNumber(
                                    legs.getLast(), tvl.text(4), Legs.number(tvl), pushed));
                } else {
                    legs.add(Legs.read(tvl, pushed, intake));
                }
            }
        }
    }

    private void changeLeg(Leg leg) {
        legs.removeLast();
        legs.add(leg);
    }

    private void readCheckIn(Segment segment) {
        switch (segment.tag()) {
            case "DAT" -> checkIn.end();
            case "ORG", "REF" -> {
                // Where it was done: nobody needs it yet.
            }
            case "TRI" -> checkIn.begin(segment);
            case "SSD" -> checkIn.readSeat(segment);
            case "TBD" -> checkIn.readBaggage(segment);
            default -> readCommon(segment);
        }
    }

    private void readCommon(Segment segment) {
        switch (segment.tag()) {
            case "RCI" -> readLocators(segment);
            case "SSR" -> services.read(segment, traveller, legNumber());
            case "DAT" -> readDates(segment);
            case "IFT" -> services.readText(segment, traveller, tickets);
            case "ORG" -> readOrigin(segment);
            case "ADD" -> readAddress(segment);
            case "FTI" -> readFrequentFlyer(segment);
            case "REF" -> {
                if (traveller != null && traveller.person.uniqueReference.isEmpty()) {
                    traveller.person.uniqueReference = segment.text(1, 1);
                }
            }
            case "TKT", "MON", "PTK", "TXD", "FOP" -> tickets.read(segment, traveller);
            case "RPI" -> {
                if (group == Group.LEG && !legs.isEmpty()) {
                    changeLeg(legs.getLast().withStatus(segment.text(2)));
                }
            }
            case "TRA" -> {
                if (group == Group.LEG && !legs.isEmpty() && !segment.text(2).isEmpty()) {
                    changeLeg(Legs.withOperating(legs.getLast(), segment.text(1), segment.text(2)));
                }
            }
            case "EQN" -> {
                group = Group.SPLIT;
                traveller = null;
            }
            case "TRI", "SSD", "TBD" -> {
                group = Group.CHECK_IN;
                readCheckIn(segment);
            }
            case "EBD", "FAR", "APD" -> {
                // Paid bags, fares and aircraft: known, and not needed.
            }
            default -> intake.keepUnknown(segment);
        }
    }

    private int legNumber() {
        return group == Group.LEG || group == Group.CHECK_IN ? legs.size() : 0;
    }

    private void readLocators(Segment rci) {
        for (int element = 1; element < rci.elements(); element++) {
            Reference locator = new Reference(rci.text(element, 0), rci.text(element, 1));
            if (locator.value().isEmpty()) {
                continue;
            }
            switch (group) {
                case SPLIT -> Travellers.addTo(splitFrom, locator);
                case LEG, CHECK_IN -> Travellers.addTo(legLocators, locator);
                case BOOKING, TRAVELLER, OTHER_BOOKING, HISTORY -> {
                    Travellers.addTo(locators, locator);
                    if (created.date().isUnknown()) {
                        created = created(rci, element);
                    }
                }
            }
        }
    }

    /// `carrier:locator:type:date:time`; met too with the date in place of the type.
    private static LocalMoment created(Segment rci, int element) {
        String third = rci.text(element, 2);
        int date = third.length() == 6 && Digits.only(third) ? 2 : 3;
        return Dates.momentDayFirst(rci.text(element, date), rci.text(element, date + 1))
                .orElse(LocalMoment.UNKNOWN);
    }

    private void readDates(Segment dat) {
        if (group == Group.LEG) {
            group = Group.CHECK_IN;
            return;
        }
        if (group == Group.TRAVELLER) {
            tickets.read(dat, traveller);
            return;
        }
        for (int element = 1; element < dat.elements(); element++) {
            if (dat.text(element, 0).equals("700")) {
                changed =
                        Dates.momentDayFirst(dat.text(element, 1), dat.text(element, 2))
                                .orElse(LocalMoment.UNKNOWN);
                if (changed.date().isUnknown()) {
                    intake.warn(WarningCode.DATE_UNREADABLE, dat.place(), "DAT+700");
                }
            }
        }
    }

    private void readOrigin(Segment org) {
        if (group != Group.BOOKING) {
            return;
        }
        // An empty one in an update says that the booking or the flight is cancelled.
        if (org.elements() == 1) {
            cancelled = true;
            return;
        }
        agency =
                new Agency(
                        org.text(1, 0),
                        org.text(2, 0),
                        org.text(2, 1),
                        org.text(3).isEmpty() ? org.text(1, 1) : org.text(3),
                        org.text(6, 0),
                        org.text(7),
                        org.text(5).equals("A"));
    }

    /// Of the traveller or the booking; a payer's is never the traveller's.
    private void readAddress(Segment add) {
        Travellers.Traveller holder = paying ? null : traveller;
        for (int element = 2; element < add.elements(); element++) {
            Address address =
                    new Address(
                            paying ? Address.Purpose.BILLING : Address.Purpose.CONTACT,
                            add.text(element, 1),
                            add.text(element, 2),
                            add.text(element, 4).isEmpty()
                                    ? add.text(element, 3)
                                    : add.text(element, 4),
                            add.text(element, 6),
                            add.text(element, 5));
            if (!address.isEmpty()) {
                Travellers.addTo(holder == null ? addresses : holder.person.addresses, address);
            }
            String reach = add.text(element, 7);
            if (!reach.isEmpty()) {
                Travellers.addTo(
                        holder == null ? contacts : holder.person.contacts, Contacts.of(reach));
            }
        }
    }

    private void readFrequentFlyer(Segment fti) {
        if (traveller == null) {
            intake.keep(fti);
            return;
        }
        for (int element = 1; element < fti.elements(); element++) {
            String number = intake.maskedMembership(fti.text(element, 1));
            if (!number.isEmpty()) {
                Travellers.addTo(
                        traveller.person.frequentFlyer, fti.text(element, 0) + " " + number);
            }
        }
    }

    Booking finish() {
        if (locators.isEmpty()) {
            locators.addAll(legLocators);
        }
        String locator = locators.isEmpty() ? "" : locators.getFirst().value();
        if (locator.isEmpty()) {
            intake.warn(WarningCode.LOCATOR_MISSING, place, "RCI");
        }
        for (Reference other : legLocators) {
            Travellers.addTo(locators, other);
        }
        services.finish();
        return new Booking(
                locator,
                locators.size() < 2 ? List.of() : locators.subList(1, locators.size()),
                created,
                changed,
                agency,
                groupName,
                travellers.finish(locator),
                legs,
                contacts,
                addresses,
                tickets.tickets(),
                tickets.payments(),
                services.services(),
                splitFrom,
                otherBookings,
                history.changes(),
                cancelled,
                place);
    }
}
