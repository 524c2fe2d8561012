package manumit.travel;

import java.util.List;
import manumit.travel.warnings.Warning;

/// A PAXLST message: persons on a flight.
///
/// @param documentCode BGM 1001 as written: `745` passengers, `250` crew, `266` close-out …
/// @param functionCode BGM 1004 as written; mostly empty
/// @param function what both mean
/// @param transaction reference to repeat in the answer (RFF+TN); empty if absent
/// @param transactionRevision its revision; empty if absent
/// @param reporter who reports: name, profile or free text
/// @param reporterContacts how to reach them
/// @param rejected persons of whom nothing could be read
/// @param unread segments that nothing reads
public record PassengerList(
        MessageHeader header,
        String documentCode,
        String functionCode,
        ListFunction function,
        String transaction,
        String transactionRevision,
        String reporter,
        List<Contact> reporterContacts,
        Manifest manifest,
        List<RejectedPerson> rejected,
        List<UnreadSegment> unread,
        Dropped dropped,
        List<Warning> warnings)
        implements TravelMessage {

    public PassengerList {
        reporterContacts = List.copyOf(reporterContacts);
        rejected = List.copyOf(rejected);
        unread = List.copyOf(unread);
        warnings = List.copyOf(warnings);
    }

    /// Type, place and counts.
    @Override
    public String toString() {
        return header.type()
                + " at "
                + header.place()
                + ", "
                + manifest.passengers().size()
                + " persons";
    }
}
