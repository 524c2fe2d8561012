package manumit.travel.pnrgov;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import manumit.travel.AgeKind;
import manumit.travel.Passenger;
import manumit.travel.PersonName;
import manumit.travel.Sex;
import manumit.travel.edifact.Segment;
import manumit.travel.intake.Intake;
import manumit.travel.intake.Titles;
import manumit.travel.warnings.WarningCode;
import org.jspecify.annotations.Nullable;

/// The travellers of one booking. Their documents are given to them at the end: an infant's may
/// stand with the adult, before the infant is named.
final class Travellers {

    /// Real bookings have fewer travellers, and travellers fewer documents. More are not compared
    /// with each other, so that time stays linear in the input.
    private static final int MOST_COMPARED = 100;

    /// A person, and what the booking says about it beyond the record.
    static final class Traveller {

        final Passenger.Builder person;
        final PersonName booked;
        final Segment tif;

        /// The booked name without blanks and the like.
        final String surname;

        final String given;
        private final Set<PersonName> documented = new LinkedHashSet<>();

        Traveller(Segment tif, PersonName booked) {
            this.person = new Passenger.Builder(tif.place());
            this.booked = booked;
            this.surname = Titles.glue(booked.surname());
            this.given = Titles.glue(booked.given());
            this.tif = tif;
        }
    }

    /// A document whose holder is looked for at the end.
    private record Pending(
            DocumentText text, @Nullable Traveller context, String reference, Segment segment) {}

    /// An infant named in a service request.
    private record Infant(PersonName name, String text, String adult, Segment segment) {}

    /// A ticket of an infant, with the adult for whom it is noted, or with the infant.
    private record InfantTicket(String number, Traveller named) {}

    private final Intake intake;
    private final List<Traveller> all = new ArrayList<>();
    private final Map<String, List<Traveller>> byReference = new HashMap<>();
    private final Map<String, List<Traveller>> bySurname = new HashMap<>();
    private final List<Pending> documents = new ArrayList<>();
    private final List<Infant> infants = new ArrayList<>();
    private final List<InfantTicket> infantTickets = new ArrayList<>();
    private final List<Traveller> listedInfants = new ArrayList<>();

    /// Whether a TIF named anybody, and whether one named a group.
    private boolean anyListed;

    private boolean anyGroup;

    /// References of adults whose entry says that an infant travels with them, and whose infant has
    /// not been listed yet.
    private final Deque<String> adultsWithInfant = new ArrayDeque<>();

    Travellers(Intake intake) {
        this.intake = intake;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /// Adds the traveller of a TIF.
    Traveller add(Segment tif) {
        Traveller traveller = new Traveller(tif, bookedName(tif));
        Passenger.Builder person = traveller.person;
        String type = tif.text(2, 1);
        person.ageKind =
                switch (type) {
                    case "A" -> AgeKind.ADULT;
                    case "C" -> AgeKind.CHILD;
                    case "IN" -> AgeKind.INFANT;
                    default -> isGroup(tif) ? AgeKind.GROUP : AgeKind.UNKNOWN;
                };
        anyListed = true;
        anyGroup |= person.ageKind == AgeKind.GROUP;
        person.travellerReference = tif.text(2, 2);
        if (person.ageKind == AgeKind.INFANT && !adultsWithInfant.isEmpty()) {
            person.accompanies = adultsWithInfant.removeFirst();
        } else if (tif.text(2, 3).equals("1")) {
            adultsWithInfant.add(person.travellerReference);
        }
        remember(traveller);
        return traveller;
    }

    /// `TIF+NAME:G`, `TIF+NAME+:G`; with a given name it is a person all the same.
    private static boolean isGroup(Segment tif) {
        return (tif.text(1, 1).equals("G") || tif.text(2, 1).equals("G"))
                && tif.text(2, 0).isEmpty();
    }

    private static PersonName bookedName(Segment tif) {
        return PersonName.of(tif.text(1, 0), tif.text(2, 0), "");
    }

    private void remember(Traveller traveller) {
        all.add(traveller);
        if (traveller.person.ageKind == AgeKind.INFANT && listedInfants.size() < MOST_COMPARED) {
            listedInfants.add(traveller);
        }
        String reference = traveller.person.travellerReference;
        if (!reference.isEmpty()) {
            remember(byReference, reference, traveller);
        }
        remember(bySurname, traveller.surname, traveller);
    }

    private static void remember(
            Map<String, List<Traveller>> index, String key, Traveller traveller) {
        List<Traveller> sameKey = index.computeIfAbsent(key, _ -> new ArrayList<>(1));
        if (sameKey.size() < MOST_COMPARED) {
            sameKey.add(traveller);
        }
    }

    /// The traveller whom a TIF outside the list of travellers means; one who was not listed is
    /// added.
    Traveller findOrAdd(Segment tif) {
        PersonName name = bookedName(tif);
        String reference = tif.text(2, 2);
        List<Traveller> sameReference = byReference.getOrDefault(reference, List.of());
        if (sameReference.size() == 1 && sharesName(sameReference.getFirst().booked, name)) {
            return sameReference.getFirst();
        }
        for (Traveller traveller : sameReference) {
            if (traveller.booked.equals(name)) {
                return traveller;
            }
        }
        if (reference.isEmpty()) {
            for (Traveller traveller :
                    bySurname.getOrDefault(Titles.glue(name.surname()), List.of())) {
                if (traveller.booked.equals(name)) {
                    return traveller;
                }
            }
        }
        intake.warn(WarningCode.TRAVELLER_FROM_CHECK_IN, tif.place(), "TIF");
        return add(tif);
    }

    /// Either field in common: one of them may be misspelt at check-in.
    private static boolean sharesName(PersonName a, PersonName b) {
        return a.surname().equals(b.surname()) || a.given().equals(b.given());
    }

    /// The traveller with a reference. Where several share it: the one with whom the segment
    /// stands, else the first.
    Optional<Traveller> find(String reference, @Nullable Traveller context) {
        if (context != null
                && !reference.isEmpty()
                && context.person.travellerReference.equals(reference)) {
            return Optional.of(context);
        }
        List<Traveller> found = byReference.getOrDefault(reference, List.of());
        return found.isEmpty() ? Optional.empty() : Optional.of(found.getFirst());
    }

    /// Notes a document.
    ///
    /// @param context in whose list of segments it stands; null if in no traveller's
    /// @param reference of the traveller whom it names; or empty
    void addDocument(
            DocumentText text, @Nullable Traveller context, String reference, Segment segment) {
        documents.add(new Pending(text, context, reference, segment));
    }

    /// Notes an infant from `SURNAME/GIVEN 10AUG11` or `SURNAME/GIVEN/10AUG11`.
    ///
    /// @param adult reference of the adult; or empty
    void addInfant(String text, String adult, Segment segment) {
        List<String> parts = DocumentText.parts(DocumentText.withoutTail(text, 1));
        String given = DocumentText.part(parts, 1);
        int blank = given.lastIndexOf(' ');
        if (blank > 0 && given.substring(blank + 1).matches("\\d{2}[A-Z]{3}\\d{2,4}")) {
            given = given.substring(0, blank);
        }
        PersonName name = PersonName.of(DocumentText.part(parts, 0), given, "");
        if (!name.surname().isEmpty() && parts.size() > 1) {
            infants.add(new Infant(name, text, adult, segment));
        }
    }

    /// Notes the ticket of an infant.
    ///
    /// @param named the adult with whom it stands, or the infant
    void addInfantTicket(String number, Traveller named) {
        infantTickets.add(new InfantTicket(number, named));
    }

    /// Gives every document to its holder and hands on all travellers.
    ///
    /// @param locator of the booking
    List<Passenger> finish(String locator) {
        for (Infant infant : infants) {
            placeInfant(infant);
        }
        for (Pending pending : documents) {
            give(pending);
        }
        for (InfantTicket ticket : infantTickets) {
            giveTicket(ticket);
        }
        List<Passenger> passengers = new ArrayList<>(all.size());
        for (Traveller traveller : all) {
            Passenger.Builder person = traveller.person;
            if (person.ageKind == AgeKind.GROUP) {
                // The name of the booking's group, not of a person.
                continue;
            }
            person.locator = locator;
            if (!traveller.booked.isUnknown() || !traveller.documented.isEmpty()) {
                person.names.addAll(
                        Titles.names(
                                traveller.booked,
                                List.copyOf(traveller.documented),
                                person.sex,
                                person.ageKind));
            }
            if (person.isEmpty()) {
                intake.reject(WarningCode.PERSON_EMPTY, traveller.tif);
            } else {
                passengers.add(person.build());
            }
        }
        return passengers;
    }

    /// To the infant who travels with the adult, or to the only one of the booking; to the adult
    /// with its mark where no infant can be told.
    private void giveTicket(InfantTicket ticket) {
        Passenger.Builder named = ticket.named.person;
        if (named.ageKind == AgeKind.INFANT) {
            addTo(named.tickets, ticket.number);
            return;
        }
        List<Traveller> theirs =
                listedInfants.stream()
                        .filter(infant -> !infant.person.accompanies.isEmpty())
                        .filter(infant ->
                                infant.person.accompanies.equals(named.travellerReference))
                        .toList();
        List<Traveller> possible = theirs.isEmpty() ? listedInfants : theirs;
        if (possible.size() == 1) {
            addTo(possible.getFirst().person.tickets, ticket.number);
        } else {
            addTo(named.tickets, "INF" + ticket.number);
        }
    }

    private void placeInfant(Infant infant) {
        boolean known =
                candidates(infant.name).stream().anyMatch(other -> sameName(other, infant.name))
                        || listedInfants.stream()
                                .anyMatch(other ->
                                        !infant.adult.isEmpty()
                                                && other.person.accompanies.equals(infant.adult));
        if (!known) {
            addFromService(infant.name, AgeKind.INFANT, infant.segment).person.accompanies =
                    infant.adult;
        }
    }

    private Traveller addFromService(PersonName name, AgeKind ageKind, Segment segment) {
        intake.warn(WarningCode.TRAVELLER_FROM_SERVICE, segment.place(), "SSR");
        Traveller traveller = new Traveller(segment, name);
        traveller.person.ageKind = ageKind;
        remember(traveller);
        return traveller;
    }

    private void give(Pending pending) {
        DocumentText text = pending.text;
        Traveller holder = holder(pending);
        if (holder == null) {
            intake.keep(WarningCode.TRAVELLER_REFERENCE_UNKNOWN, pending.segment, "SSR+DOCS");
            return;
        }
        Passenger.Builder person = holder.person;
        if (person.documents.size() >= MOST_COMPARED || holder.documented.size() >= MOST_COMPARED) {
            intake.keep(pending.segment);
            return;
        }
        if (person.sex == Sex.UNKNOWN) {
            person.sex = text.sex();
        }
        if (text.ageKind() == AgeKind.INFANT && person.ageKind == AgeKind.UNKNOWN) {
            person.ageKind = AgeKind.INFANT;
        }
        if (person.birthDate.isUnknown()) {
            person.birthDate = text.birth();
        }
        String nationality = text.document().nationality();
        if (!nationality.isEmpty()) {
            addTo(person.nationalities, nationality);
        }
        boolean numbered = !text.document().number().isEmpty();
        if (numbered && !person.documents.contains(text.document())) {
            person.documents.add(text.document());
        }
        if (!text.name().isUnknown()) {
            holder.documented.add(text.name());
        }
    }

    /// By name if that is clear, else by reference, else the traveller with whom it stands.
    private @Nullable Traveller holder(Pending pending) {
        DocumentText text = pending.text;
        Traveller nearest = find(pending.reference, pending.context).orElse(pending.context);
        if (nearest != null && nearest.person.ageKind == AgeKind.GROUP) {
            nearest = null;
        }
        boolean infant = text.ageKind() == AgeKind.INFANT;
        if (nearest != null && fits(nearest, text, infant)) {
            return nearest;
        }
        Traveller closest = null;
        for (Traveller traveller : candidates(text.name())) {
            if (fits(traveller, text, infant)
                    && (closest == null || isCloser(traveller, closest, text.name()))) {
                closest = traveller;
            }
        }
        if (closest != null) {
            return closest;
        }
        if (infant && (nearest == null || nearest.person.ageKind != AgeKind.INFANT)) {
            return infantOf(nearest, text, pending.segment);
        }
        if (nearest == null && (anyGroup || !anyListed) && !text.name().isUnknown()) {
            // Nobody's name is booked: documents are all that tells of the persons.
            return addFromService(text.name(), AgeKind.UNKNOWN, pending.segment);
        }
        return nearest == null && !anyGroup && all.size() == 1 ? all.getFirst() : nearest;
    }

    /// Whether the first booked name is nearer to the documented one (`MARIA`, not `MARIAJOSE`); of
    /// namesakes, the first without a document.
    private static boolean isCloser(Traveller a, Traveller b, PersonName name) {
        int length = Titles.glue(name.given()).length();
        int distance = Math.abs(a.given.length() - length);
        int other = Math.abs(b.given.length() - length);
        return distance < other
                || (distance == other && a.documented.isEmpty() && !b.documented.isEmpty());
    }

    private static boolean fits(Traveller traveller, DocumentText text, boolean infant) {
        boolean agesFit =
                switch (traveller.person.ageKind) {
                    case INFANT -> infant || text.sex() == Sex.UNKNOWN;
                    case ADULT -> !infant;
                    case GROUP -> false;
                    case CHILD, UNKNOWN -> true;
                };
        return agesFit && sameName(traveller, text.name());
    }

    /// An infant with another spelling in the booking, or one that the booking does not list.
    private Traveller infantOf(@Nullable Traveller adult, DocumentText text, Segment segment) {
        List<Traveller> free =
                listedInfants.stream().filter(other -> other.documented.isEmpty()).toList();
        if (free.size() == 1) {
            return free.getFirst();
        }
        Traveller added = addFromService(text.name(), AgeKind.INFANT, segment);
        if (adult != null) {
            added.person.accompanies = adult.person.travellerReference;
        }
        return added;
    }

    private Collection<Traveller> candidates(PersonName name) {
        return bySurname.getOrDefault(Titles.glue(name.surname()), List.of());
    }

    /// Whether the booked given name begins like the documented one, or the reverse, blanks aside:
    /// `SOPHY` and `SOPHY OLIVIA`, `JOHNMR` and `JOHN`.
    private static boolean sameName(Traveller traveller, PersonName name) {
        if (!traveller.surname.equals(Titles.glue(name.surname()))) {
            return false;
        }
        String given = Titles.glue(name.given());
        return given.startsWith(traveller.given) || traveller.given.startsWith(given);
    }

    /// Adds what is not among the last of the list yet: a repeat may stay, nothing is lost.
    static <T> void addTo(List<T> list, T value) {
        int size = list.size();
        if (!list.subList(Math.max(0, size - MOST_COMPARED), size).contains(value)) {
            list.add(value);
        }
    }
}
