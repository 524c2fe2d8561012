package manumit.travel.pnrgov;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import manumit.travel.Address;
import manumit.travel.Contact;
import manumit.travel.PartialDate;
import manumit.travel.Service;
import manumit.travel.TravelDocument;
import manumit.travel.edifact.Segment;
import manumit.travel.intake.Intake;
import manumit.travel.warnings.WarningCode;
import org.jspecify.annotations.Nullable;

/// Reads service requests (SSR) and remarks (IFT) of a booking. Most are dropped at once: see
/// {@link manumit.travel.intake.Services}.
final class ServiceReader {

    private static final int FREE_TEXT = 8;

    private static final Pattern SEAT = Pattern.compile("0*(\\d{1,3}[A-Z])N?");

    /// Seats of several travellers in one text: `.03BN03AN`.
    private static final Pattern SEATS_IN_TEXT = Pattern.compile("0*(\\d{1,3}[A-Z])N?");

    private static final Pattern TICKET = Pattern.compile("\\.?(INF|)(\\d{13}(?:C\\d)?)");

    private final Travellers travellers;
    private final List<Contact> contacts;
    private final PartialDate flightDay;
    private final Intake intake;
    private final List<Service> services = new ArrayList<>();

    /// Services of the booking for travellers whom it names only later.
    private final List<Segment> early = new ArrayList<>();

    /// A DOCS text that ended early, as lines of telex are short; the next one may go on.
    private String cutText = "";

    private @Nullable Segment cutSegment;

    ServiceReader(
            Travellers travellers, List<Contact> contacts, PartialDate flightDay, Intake intake) {
        this.travellers = travellers;
        this.contacts = contacts;
        this.flightDay = flightDay;
        this.intake = intake;
    }

    List<Service> services() {
        return services;
    }

    /// @param context the traveller with whom it stands; null if with none
    /// @param leg number of the leg with which it stands, from 1; 0 if with none
    void read(Segment ssr, Travellers.@Nullable Traveller context, int leg) {
        String code = ssr.text(1, 0);
        if (!intake.reads(code)) {
            return;
        }
        if (context == null && travellers.isEmpty() && namesTraveller(ssr)) {
            early.add(ssr);
        } else {
            place(ssr, code, context, leg);
        }
    }

    private static boolean namesTraveller(Segment ssr) {
        for (int element = 2; element < ssr.elements(); element++) {
            if (!ssr.text(element, 2).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private void place(Segment ssr, String code, Travellers.@Nullable Traveller context, int leg) {
        String reference = ssr.text(2, 2);
        Travellers.Traveller named = travellers.find(reference, context).orElse(context);
        switch (code) {
            case "DOCS", "PSPT" -> readDocument(ssr, context, reference);
            case "DOCO" -> readVisa(ssr, named);
            case "DOCA" -> readAddress(ssr, named);
            case "INFT" -> travellers.addInfant(text(ssr), adult(reference, context), ssr);
            case "SEAT", "NSST", "NSSA", "NSSW", "NSSB", "SMST", "SMSA", "SMSW", "RQST" ->
                    readSeats(ssr, context);
            case "TKNE", "TKNA", "TKNM", "TKNO", "TKNR" -> readTicket(ssr, named);
            case "CTCE", "CTCM", "CTCP", "CTCH", "CTCB", "CTCT", "CTCF" -> {
                String value = text(ssr);
                if (!value.isEmpty()) {
                    Contact contact = Contacts.ofCode(code.substring(3), value);
                    Travellers.addTo(named == null ? contacts : named.person.contacts, contact);
                }
            }
            case "FQTV", "FQTR", "FQTS", "FQTU" -> {
                if (named != null && !text(ssr).isEmpty()) {
                    Travellers.addTo(
                            named.person.frequentFlyer, intake.maskedMembership(text(ssr)));
                }
            }
            case "FOID" -> readIdentification(ssr, named);
            default -> services.add(new Service(code, ssr.text(1, 1), reference, leg));
        }
    }

    private static String adult(String reference, Travellers.@Nullable Traveller context) {
        return reference.isEmpty() && context != null
                ? context.person.travellerReference
                : reference;
    }

    /// The free text, wherever a sender put it: in its place, or the first component with a slash.
    private static String text(Segment ssr) {
        StringBuilder text = new StringBuilder(ssr.text(1, FREE_TEXT));
        for (int component = FREE_TEXT + 1; component < ssr.components(1); component++) {
            text.append(':').append(ssr.text(1, component));
        }
        if (text.isEmpty()) {
            for (int component = 3; component < ssr.components(1); component++) {
                if (ssr.text(1, component).contains("/")) {
                    return ssr.text(1, component);
                }
            }
        }
        return text.toString();
    }

    private void readDocument(
            Segment ssr, Travellers.@Nullable Traveller context, String reference) {
        String text = text(ssr);
        Optional<DocumentText> parsed = Optional.empty();
        if (!cutText.isEmpty() && !text.startsWith("/")) {
            parsed = DocumentText.parse(cutText + text, flightDay);
            cutText = parsed.isPresent() ? "" : cutText;
        }
        flushCut();
        if (parsed.isEmpty()) {
            parsed = DocumentText.parse(text, flightDay);
        }
        if (parsed.isPresent()) {
            travellers.addDocument(parsed.get(), context, reference, ssr);
        } else {
            cutText = text;
            cutSegment = ssr;
        }
    }

    private void flushCut() {
        if (!cutText.isEmpty() && cutSegment != null) {
            intake.keep(WarningCode.DOCUMENT_TEXT_UNREADABLE, cutSegment, "SSR+DOCS");
        }
        cutText = "";
    }

    /// To be called at the end of the booking.
    void finish() {
        for (Segment ssr : early) {
            place(ssr, ssr.text(1, 0), null, 0);
        }
        flushCut();
    }

    private void readVisa(Segment ssr, Travellers.@Nullable Traveller named) {
        String text = text(ssr);
        Optional<TravelDocument> visa = DocumentText.parseVisa(text, flightDay);
        if (named == null || visa.isEmpty()) {
            intake.keep(
                    named == null
                            ? WarningCode.TRAVELLER_REFERENCE_UNKNOWN
                            : WarningCode.DOCUMENT_TEXT_UNREADABLE,
                    ssr,
                    "SSR+DOCO");
            return;
        }
        Travellers.addTo(named.person.documents, visa.get());
        if (named.person.birthPlace.isEmpty()) {
            named.person.birthPlace = DocumentText.birthPlace(text);
        }
    }

    /// `/R|D|B/country/address/city/state/postcode`.
    private void readAddress(Segment ssr, Travellers.@Nullable Traveller named) {
        String text = text(ssr);
        List<String> parts = DocumentText.parts(text.startsWith("/") ? text : "/" + text);
        Address.Purpose purpose =
                switch (DocumentText.part(parts, 1)) {
                    case "R" -> Address.Purpose.RESIDENCE;
                    case "D" -> Address.Purpose.DESTINATION;
                    case "B" -> Address.Purpose.BIRTH;
                    default -> Address.Purpose.UNKNOWN;
                };
        Address address =
                new Address(
                        purpose,
                        DocumentText.part(parts, 3),
                        DocumentText.part(parts, 4),
                        DocumentText.part(parts, 5),
                        DocumentText.part(parts, 6),
                        DocumentText.part(parts, 2));
        if (named == null || address.isEmpty()) {
            intake.keep(
                    named == null
                            ? WarningCode.TRAVELLER_REFERENCE_UNKNOWN
                            : WarningCode.DOCUMENT_TEXT_UNREADABLE,
                    ssr,
                    "SSR+DOCA");
            return;
        }
        Travellers.addTo(named.person.addresses, address);
    }

    /// Form of identification: `PP` and the number of a passport, `CC` and that of a card.
    private void readIdentification(Segment ssr, Travellers.@Nullable Traveller named) {
        String text = text(ssr).replace("/", "").strip();
        if (text.startsWith("CC")) {
            intake.maskedCard(text.substring(2));
        } else if (text.startsWith("PP") && named != null) {
            Travellers.addTo(
                    named.person.documents, TravelDocument.of("P", text.substring(2).strip()));
        } else if (!text.isEmpty()) {
            intake.dropFreeText();
        }
    }

    private void readSeats(Segment ssr, Travellers.@Nullable Traveller context) {
        boolean found = false;
        boolean ownerless = false;
        for (int element = 2; element < ssr.elements(); element++) {
            Matcher seat = SEAT.matcher(ssr.text(element, 0));
            Travellers.Traveller named =
                    travellers.find(ssr.text(element, 2), context).orElse(context);
            if (seat.matches() && named != null) {
                Travellers.addTo(named.person.seats, seat.group(1));
                found = true;
            }
            ownerless |= seat.matches() && named == null;
        }
        Matcher seats = SEATS_IN_TEXT.matcher(text(ssr));
        while (!found && seats.find()) {
            if (context != null) {
                Travellers.addTo(context.person.seats, seats.group(1));
            }
            ownerless |= context == null;
        }
        if (ownerless) {
            intake.keep(WarningCode.TRAVELLER_REFERENCE_UNKNOWN, ssr, "SSR+SEAT");
        }
    }

    /// A ticket marked `INF` is that of the infant who travels with the person named.
    private void readTicket(Segment ssr, Travellers.@Nullable Traveller named) {
        Matcher ticket = TICKET.matcher(text(ssr));
        if (named == null || !ticket.matches()) {
            return;
        }
        if (ticket.group(1).isEmpty()) {
            Travellers.addTo(named.person.tickets, ticket.group(2));
        } else {
            travellers.addInfantTicket(ticket.group(2), named);
        }
    }

    /// A remark: contacts and payers are read, the rest is dropped.
    void readText(Segment ift, Travellers.@Nullable Traveller context, Tickets tickets) {
        String type = ift.text(1, 1);
        if (type.equals("43")) {
            tickets.readPayer(ift, context);
            return;
        }
        if (type.equals("28")) {
            Optional<Contact> contact = Contacts.find(intake.masked(texts(ift)));
            if (contact.isPresent()) {
                Travellers.addTo(
                        context == null ? contacts : context.person.contacts, contact.get());
                return;
            }
        }
        intake.dropFreeText();
    }

    private static String texts(Segment ift) {
        StringBuilder text = new StringBuilder();
        for (int element = 2; element < ift.elements(); element++) {
            text.append(text.isEmpty() ? "" : " ").append(ift.joined(element));
        }
        return text.toString();
    }
}
