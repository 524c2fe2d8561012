package manumit.travel.paxlst;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import manumit.travel.Address;
import manumit.travel.AgeKind;
import manumit.travel.Baggage;
import manumit.travel.PartialDate;
import manumit.travel.Passenger;
import manumit.travel.PersonName;
import manumit.travel.Reference;
import manumit.travel.Role;
import manumit.travel.Sex;
import manumit.travel.TravelDocument;
import manumit.travel.edifact.Segment;
import manumit.travel.intake.Dates;
import manumit.travel.intake.Intake;
import manumit.travel.intake.Titles;
import manumit.travel.warnings.WarningCode;
import org.jspecify.annotations.Nullable;

/// Reads one person: NAD and what follows it, in any order.
final class PersonReader {

    private static final double KG_PER_POUND = 0.45359237;

    private static final Pattern MEASURE = Pattern.compile("\\d{1,6}(\\.\\d{1,3})?");

    private final Segment nad;
    private final PartialDate flightDay;
    private final Intake intake;
    private final Passenger.Builder person;
    private final PersonName written;
    private final List<String> bagTags = new ArrayList<>(0);
    private int bagPieces = -1;
    private double bagWeightKg = -1;

    /// The document being read; null before the first DOC, unless its dates come before it.
    private @Nullable TravelDocument document;

    /// Whether its DOC was met.
    private boolean documentNamed;

    /// Whether dates and issuers stand before the document they belong to.
    private boolean datesFirst;

    PersonReader(Segment nad, Role role, PartialDate flightDay, Intake intake) {
        this.nad = nad;
        this.flightDay = flightDay;
        this.intake = intake;
        this.person = new Passenger.Builder(nad.place());
        person.role = role;
        written = nameAsWritten();
        readAddress();
    }

    Segment segment() {
        return nad;
    }

    boolean isEmpty() {
        endDocument();
        return written.isUnknown() && person.isEmpty();
    }

    Passenger passenger() {
        endDocument();
        person.baggage = new Baggage(bagPieces, bagWeightKg, bagTags, "");
        if (!written.isUnknown()) {
            // Now that the sex is known, which may follow the name.
            person.names.addAll(Titles.names(written, List.of(), person.sex, person.ageKind));
        }
        return person.build();
    }

    private PersonName nameAsWritten() {
        // The name has an element of its own; some put it into the free text before it.
        int element = nad.text(4).isEmpty() && nad.components(4) < 2 ? 3 : 4;
        String middle = nad.text(element, 2);
        for (int component = 3; component < nad.components(element); component++) {
            middle = (middle + " " + nad.text(element, component)).strip();
        }
        return PersonName.of(nad.text(element, 0), nad.text(element, 1), middle);
    }

    private void readAddress() {
        String region = nad.text(7, 3).isEmpty() ? nad.text(7, 0) : nad.text(7, 3);
        Address address =
                new Address(
                        Address.Purpose.UNKNOWN,
                        nad.joined(5).replace(':', ' ').strip(),
                        nad.text(6),
                        region,
                        nad.text(8),
                        nad.text(9));
        if (!address.isEmpty()) {
            person.addresses.add(address);
        }
    }

    void read(Segment segment) {
        switch (segment.tag()) {
            case "ATT" -> readAttribute(segment);
            case "DTM" -> readDate(segment);
            case "LOC" -> readPlace(segment);
            case "NAT" -> {
                if (!segment.text(2).isEmpty()) {
                    person.nationalities.add(segment.text(2));
                }
            }
            case "RFF" -> readReference(segment);
            case "DOC" -> beginDocument(segment);
            case "MEA" -> readMeasure(segment);
            case "FTX" -> readText(segment);
            case "GEI" -> {
                if (person.verified.isEmpty()) {
                    person.verified = segment.text(2);
                }
            }
            case "EMP" -> person.crewKind = segment.text(2);
            case "COM" -> person.contacts.addAll(intake.contacts(segment));
            case "CPI", "QTY", "CTA" -> intake.keep(segment);
            default -> intake.keepUnknown(segment);
        }
    }

    private void readAttribute(Segment att) {
        if (!att.text(1).equals("2")) {
            intake.keepUnknownAttribute(att);
            return;
        }
        String value = att.text(3, 0).isEmpty() ? att.text(3, 3) : att.text(3, 0);
        switch (value) {
            case "M" -> person.sex = Sex.MALE;
            case "F" -> person.sex = Sex.FEMALE;
            case "X", "U" -> person.sex = value.equals("X") ? Sex.UNSPECIFIED : Sex.UNKNOWN;
            case "MI", "FI" -> {
                person.sex = value.equals("MI") ? Sex.MALE : Sex.FEMALE;
                person.ageKind = AgeKind.INFANT;
            }
            case "" -> person.sex = Sex.UNKNOWN;
            default -> intake.warn(WarningCode.SEX_UNREADABLE, att.place(), "ATT+2");
        }
    }

    private void readDate(Segment dtm) {
        String text = dtm.text(1, 1);
        switch (dtm.text(1, 0)) {
            case "329" -> person.birthDate = date(dtm, text, Dates.Kind.BIRTH);
            case "36" -> {
                if (!text.isEmpty()) {
                    PartialDate expiry = date(dtm, text, Dates.Kind.EXPIRY);
                    document = current(TravelDocument::expiry).withExpiry(expiry);
                }
            }
            case "182" -> {
                PartialDate issued = date(dtm, text, Dates.Kind.BIRTH);
                document = current(TravelDocument::issued).withIssued(issued);
            }
            default -> intake.keep(WarningCode.QUALIFIER_UNKNOWN, dtm, "DTM");
        }
    }

    private PartialDate date(Segment dtm, String text, Dates.Kind kind) {
        Optional<PartialDate> date = Dates.yearFirst(text, kind, flightDay);
        return intake.date(date, dtm, "DTM+" + dtm.text(1, 0));
    }

    private void readPlace(Segment loc) {
        String code = loc.text(2, 0);
        switch (loc.text(1)) {
            case "178" -> person.embarked = code;
            case "179" -> person.disembarked = code;
            case "22" -> person.cleared = code;
            case "174" -> person.residence = code;
            case "180" -> person.birthPlace = birthPlace(loc);
            case "91" -> {
                String issuer = code.isEmpty() ? loc.text(2, 3) : code;
                if (!issuer.isEmpty()) {
                    document = current(TravelDocument::issuer).withIssuer(issuer);
                }
            }
            default -> intake.keep(WarningCode.QUALIFIER_UNKNOWN, loc, "LOC");
        }
    }

    /// Code or text, then names of city and province where they are given.
    private static String birthPlace(Segment loc) {
        StringBuilder place = new StringBuilder();
        String main = loc.text(2, 3).isEmpty() ? loc.text(2, 0) : loc.text(2, 3);
        place.append(main);
        for (int element = 3; element < loc.elements(); element++) {
            String related =
                    loc.text(element, 3).isEmpty() ? loc.text(element, 0) : loc.text(element, 3);
            if (!related.isEmpty()) {
                place.append(place.isEmpty() ? "" : ", ").append(related);
            }
        }
        return place.toString();
    }

    private void readReference(Segment rff) {
        String value = rff.text(1, 1);
        if (value.isEmpty()) {
            return;
        }
        switch (rff.text(1, 0)) {
            case "AVF" -> person.locator = value;
            case "ABO" -> person.uniqueReference = value;
            case "SEA" -> person.seats.add(withoutZeros(value));
            case "YZY" -> person.tickets.add(value);
            case "CR" -> person.frequentFlyer.add(intake.maskedMembership(value));
            case "AEA" -> person.references.add(new Reference("AEA", value));
            default -> {
                person.references.add(new Reference(rff.text(1, 0), intake.masked(value)));
                intake.warn(WarningCode.QUALIFIER_UNKNOWN, rff.place(), "RFF");
            }
        }
    }

    private static String withoutZeros(String seat) {
        int zeros = 0;
        while (zeros < seat.length() - 1 && seat.charAt(zeros) == '0') {
            zeros++;
        }
        return seat.substring(zeros);
    }

    private void readMeasure(Segment mea) {
        String unit = mea.text(3, 0);
        String value = mea.text(3, 1).isEmpty() ? unit : mea.text(3, 1);
        if (!MEASURE.matcher(value).matches()) {
            intake.warn(WarningCode.NUMBER_UNREADABLE, mea.place(), "MEA");
            return;
        }
        double number = Double.parseDouble(value);
        switch (mea.text(1)) {
            case "CT" -> bagPieces = (int) number;
            case "WT" -> bagWeightKg = unit.equals("LBR") ? number * KG_PER_POUND : number;
            default -> intake.keep(WarningCode.QUALIFIER_UNKNOWN, mea, "MEA");
        }
    }

    private void readText(Segment ftx) {
        if (!ftx.text(1).equals("BAG")) {
            intake.dropFreeText();
            return;
        }
        String tag = ftx.text(4, 0);
        if (tag.isEmpty() || tag.equals("NULL")) {
            return;
        }
        String count = ftx.text(4, 1);
        bagTags.add(count.isEmpty() ? tag : tag + ":" + count);
    }

    /// Data that stand before their first DOC are that document's; so are those that follow a
    /// document which has them already.
    private void beginDocument(Segment doc) {
        TravelDocument begun = TravelDocument.of(doc.text(1), doc.text(2));
        TravelDocument open = document;
        if (open != null && !documentNamed) {
            datesFirst = true;
            begun =
                    begun.withIssuer(open.issuer())
                            .withExpiry(open.expiry())
                            .withIssued(open.issued());
        } else {
            endDocument();
        }
        document = begun;
        documentNamed = true;
    }

    /// The document that a date or an issuer belongs to. Where none was begun they make one.
    private TravelDocument current(Function<TravelDocument, Object> field) {
        TravelDocument open = document;
        if (open == null) {
            return TravelDocument.of("", "");
        }
        boolean isTaken = !field.apply(open).equals(field.apply(TravelDocument.of("", "")));
        if (datesFirst && isTaken && documentNamed) {
            endDocument();
            return TravelDocument.of("", "");
        }
        return open;
    }

    private void endDocument() {
        TravelDocument ended = document;
        document = null;
        documentNamed = false;
        if (ended != null && !ended.isEmpty()) {
            person.documents.add(ended);
        }
    }
}
