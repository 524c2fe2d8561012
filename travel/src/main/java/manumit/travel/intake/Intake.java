package manumit.travel.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import manumit.travel.Contact;
import manumit.travel.Dropped;
import manumit.travel.PartialDate;
import manumit.travel.RejectedPerson;
import manumit.travel.UnreadSegment;
import manumit.travel.edifact.EdifactMessage;
import manumit.travel.edifact.Segment;
import manumit.travel.warnings.Place;
import manumit.travel.warnings.Warning;
import manumit.travel.warnings.WarningCode;

/// Gathers what is odd, kept unread, rejected or dropped while one message is read.
public final class Intake {

    /// Stands in a kept segment for what was dropped.
    private static final String DROPPED = "…";

    /// Names and codes have fewer in a component.
    private static final int BLANKS_OF_A_REMARK = 2;

    private static final Pattern SERVICE_CODE = Pattern.compile("\\b[A-Z]{4}\\b");
    private static final Pattern BANK_LIKE = Pattern.compile("[A-Z]{0,3} ?[3-6]");

    private final List<Warning> warnings = new ArrayList<>();
    private final List<UnreadSegment> unread = new ArrayList<>();
    private final List<RejectedPerson> rejected = new ArrayList<>();
    private int sensitiveServices;
    private int otherServices;
    private int freeTexts;
    private int cardNumbers;

    public Intake(EdifactMessage message) {
        warnings.addAll(message.warnings());
    }

    public void warn(WarningCode code, Place place, String text) {
        warnings.add(new Warning(code, place, text));
    }

    /// Keeps a segment as written.
    ///
    /// @param text what is unknown about it: tag or qualifier
    public void keep(WarningCode code, Segment segment, String text) {
        warn(code, segment.place(), text);
        keep(segment);
    }

    /// Keeps a segment as written, without a warning: it is known, but nobody needs it.
    public void keep(Segment segment) {
        unread.add(new UnreadSegment(segment.place(), masked(segment.verbatim())));
    }

    /// Keeps a segment of which nobody knows what it may hold: without what reads like a remark,
    /// and without codes of services that are dropped elsewhere.
    private void keepWithoutText(WarningCode code, Segment segment, String text) {
        warn(code, segment.place(), text);
        StringBuilder kept = new StringBuilder();
        for (int element = 0; element < segment.elements(); element++) {
            kept.append(element == 0 ? "" : "+");
            for (int component = 0; component < segment.components(element); component++) {
                String value = segment.text(element, component);
                kept.append(component == 0 ? "" : ":").append(isDropped(value) ? DROPPED : value);
            }
        }
        unread.add(new UnreadSegment(segment.place(), masked(kept.toString())));
    }

    /// Counts a value that is dropped.
    private boolean isDropped(String value) {
        boolean namesService =
                SERVICE_CODE
                        .matcher(value)
                        .results()
                        .map(found -> Services.treatment(found.group()))
                        .anyMatch(treatment -> treatment == Services.Treatment.SENSITIVE);
        if (namesService) {
            sensitiveServices++;
            return true;
        }
        boolean isRemark =
                value.chars().filter(c -> c == ' ').count() >= BLANKS_OF_A_REMARK
                        && value.chars().anyMatch(Character::isLetter);
        if (isRemark) {
            freeTexts++;
            return true;
        }
        return false;
    }

    /// Keeps an attribute of a person that nobody knows: its kind only, as its value may be of
    /// those that must not be kept.
    public void keepUnknownAttribute(Segment att) {
        warn(WarningCode.QUALIFIER_UNKNOWN, att.place(), "ATT");
        unread.add(new UnreadSegment(att.place(), "ATT+" + att.text(1) + "+" + DROPPED));
        freeTexts++;
    }

    /// Keeps a segment that nothing reads where it stands. Free text and services that are dropped
    /// elsewhere are dropped here too.
    public void keepUnknown(Segment segment) {
        String tag = segment.tag();
        switch (tag) {
            case "SSR" -> {
                if (reads(segment.text(1, 0))) {
                    keep(WarningCode.SEGMENT_MISPLACED, segment, tag);
                }
            }
            case "IFT", "LTS", "FTX" -> dropFreeText();
            default -> {
                if (tag.length() == 3 && tag.chars().allMatch(c -> c >= 'A' && c <= 'Z')) {
                    keepWithoutText(WarningCode.SEGMENT_UNKNOWN, segment, tag);
                } else {
                    keepWithoutText(WarningCode.TAG_UNREADABLE, segment, "");
                }
            }
        }
    }

    public void reject(WarningCode code, Segment segment) {
        warn(code, segment.place(), segment.tag());
        rejected.add(new RejectedPerson(code, segment.place(), masked(segment.verbatim())));
    }

    public void dropFreeText() {
        freeTexts++;
    }

    /// Counts a service that is dropped; true if it is to be read.
    public boolean reads(String serviceCode) {
        return switch (Services.treatment(serviceCode)) {
            case READ -> true;
            case SENSITIVE -> {
                sensitiveServices++;
                yield false;
            }
            case OTHER -> {
                otherServices++;
                yield false;
            }
        };
    }

    /// Text with card numbers masked and counted.
    public String masked(String text) {
        String masked = CardNumbers.maskedIn(text);
        if (!masked.equals(text)) {
            cardNumbers++;
        }
        return masked;
    }

    /// A number of a frequent flyer, masked only if it begins as cards of banks do: some programmes
    /// have numbers with the same check digit (`9922…`).
    public String maskedMembership(String number) {
        return BANK_LIKE.matcher(number).lookingAt() ? masked(number) : number;
    }

    /// A field that is a card number, masked and counted.
    public String maskedCard(String number) {
        if (!number.isEmpty()) {
            cardNumbers++;
        }
        return CardNumbers.masked(number);
    }

    /// The date read, or {@link PartialDate#UNKNOWN} with a warning.
    public PartialDate date(Optional<PartialDate> read, Segment segment, String text) {
        if (read.isEmpty()) {
            warn(WarningCode.DATE_UNREADABLE, segment.place(), text);
            return PartialDate.UNKNOWN;
        }
        PartialDate date = read.get();
        if (date.year() == 0) {
            warn(WarningCode.DATE_CENTURY_UNKNOWN, segment.place(), text);
        } else if (date.day() == 0) {
            warn(WarningCode.DATE_PARTLY_UNKNOWN, segment.place(), text);
        }
        return date;
    }

    /// Up to nine digits; else empty, with a warning.
    public OptionalInt number(String digits, Segment segment) {
        int number = Digits.number(digits, 9);
        if (number < 0) {
            warn(WarningCode.NUMBER_UNREADABLE, segment.place(), segment.tag());
            return OptionalInt.empty();
        }
        return OptionalInt.of(number);
    }

    /// Contacts of a COM segment: up to three composites of value and kind.
    public List<Contact> contacts(Segment com) {
        List<Contact> contacts = new ArrayList<>();
        for (int element = 1; element < com.elements(); element++) {
            String value = com.text(element, 0);
            if (value.isEmpty()) {
                continue;
            }
            contacts.add(
                    switch (com.text(element, 1)) {
                        case "TE", "AL" -> new Contact(Contact.Kind.PHONE, value);
                        case "FX" -> new Contact(Contact.Kind.FAX, value);
                        case "EM" -> new Contact(Contact.Kind.MAIL, Mail.address(value));
                        default -> new Contact(Contact.Kind.OTHER, value);
                    });
        }
        return contacts;
    }

    public List<Warning> warnings() {
        return warnings;
    }

    public List<UnreadSegment> unread() {
        return unread;
    }

    public List<RejectedPerson> rejected() {
        return rejected;
    }

    public Dropped dropped() {
        return new Dropped(sensitiveServices, otherServices, freeTexts, cardNumbers);
    }
}
