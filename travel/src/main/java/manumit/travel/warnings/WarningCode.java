package manumit.travel.warnings;

import java.util.Locale;

/// Everything that can be odd in a message, and what to do about it. Codes are stable: people sort
/// and count by them. `docs/travel.md` explains them and is checked against this list.
public enum WarningCode {
    // The envelope and the syntax.
    INTERCHANGE_HEADER_MISSING("The message was read with default service characters; send UNB."),
    INTERCHANGE_TRAILER_MISSING("The message was read; ask whether the rest was cut off."),
    INTERCHANGE_COUNT_WRONG("Nothing was lost here; correct the count in UNZ or UNE."),
    MESSAGE_TRAILER_MISSING("What arrived was read; ask whether the rest was cut off."),
    SEGMENT_COUNT_WRONG("All segments were read; correct the count in UNT."),
    REFERENCE_DIFFERS("The message was read; repeat the header's reference in the trailer."),
    SERVICE_CHARACTERS_GUESSED("UNA has not six characters; send all six."),
    SEGMENT_UNTERMINATED("The segment was read to its end; send the terminator."),
    TERMINATOR_TYPOGRAPHIC(
            "A curly quotation mark was read as the terminator; send the plain one."),
    BYTES_OUTSIDE_REPERTOIRE("Read as UTF-8 or ISO 8859-1; declare the character set in UNB."),
    TAG_UNREADABLE("The segment was kept as written; tags are three capital letters."),
    SEGMENT_OUTSIDE_MESSAGE("The segment was left out; put it between UNH and UNT."),
    // What the segments say.
    SEGMENT_UNKNOWN("The segment was kept as written; nothing reads it yet."),
    SEGMENT_MISPLACED("The segment was kept as written; it belongs elsewhere in the message."),
    QUALIFIER_UNKNOWN("The segment was kept as written; nothing reads this qualifier yet."),
    FUNCTION_UNKNOWN("Treated as a list that adds to what is known; send a known BGM code."),
    FLIGHT_MISSING("Persons were read without a flight; send TDT or TVL."),
    FLIGHT_NUMBER_UNREADABLE("Kept as written; send carrier code, number and suffix."),
    CARRIER_CONTRADICTS(
            "The carrier in the flight number was taken; send the same in both places."),
    DATE_UNREADABLE("The date is unknown; send it in the format of the message."),
    DATE_PARTLY_UNKNOWN(
            "Month or day is unknown or impossible; send the whole date if it is known."),
    DATE_CENTURY_UNKNOWN(
            "The year is unknown: two digits, and no date of the flight; send TDT's DTM."),
    SEX_UNREADABLE("The sex is unknown; send M, F, X or U."),
    ROLE_UNKNOWN("The person was kept with role unknown; send FL, FM, DDU or DDT."),
    NUMBER_UNREADABLE("The number is unknown; send digits."),
    COUNT_ABSENT("Completeness cannot be told; send CNT or EQN."),
    DOCUMENT_TEXT_UNREADABLE("Kept as written; send DOCS, DOCO and DOCA in their slashed form."),
    LOCATOR_MISSING("The booking was kept without locator; send RCI."),
    TRAVELLER_REFERENCE_UNKNOWN("Kept with the booking; refer to a traveller named in TIF."),
    TRAVELLER_FROM_CHECK_IN("The traveller was taken from check-in data; send TIF in the booking."),
    TRAVELLER_FROM_SERVICE(
            "The traveller was taken from a service request; send TIF for infants too."),
    // What could not be read at all.
    PERSON_EMPTY("The person was rejected, as there is neither name, document nor birth date."),
    NO_INTERCHANGE("Nothing was read; send EDIFACT beginning with UNA or UNB."),
    TYPE_UNSUPPORTED("The message was not read; PAXLST and PNRGOV are."),
    SEGMENT_TOO_LONG("What follows was not read until the next interchange; send terminators."),
    MESSAGE_TOO_LONG("What follows was not read; send the list in several messages.");

    private final String remedy;

    WarningCode(String remedy) {
        this.remedy = remedy;
    }

    /// Lower case with hyphens, for example `date-unreadable`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What was done, and what the sender or the operator can do.
    public String remedy() {
        return remedy;
    }
}
