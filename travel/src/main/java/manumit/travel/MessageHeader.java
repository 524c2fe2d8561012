package manumit.travel;

import manumit.travel.edifact.EdifactMessage;
import manumit.travel.edifact.Envelope;
import manumit.travel.intake.Digits;
import manumit.travel.warnings.Place;

/// What a message says about itself.
///
/// @param type `PAXLST`, `PNRGOV` or another
/// @param version for example `D:05B`
/// @param envelope the interchange around it
/// @param reference of the message in its interchange
/// @param accessReference shared by the parts of a series; empty for a message of its own
/// @param part number in the series; 0 if not stated
/// @param lastPart whether the sender marked it as the last part
/// @param bodyDigest the same for two messages that say the same; see {@link
///   EdifactMessage#bodyDigest}
/// @param place of the header in the input
public record MessageHeader(
        String type,
        String version,
        Envelope envelope,
        String reference,
        String accessReference,
        int part,
        boolean lastPart,
        String bodyDigest,
        Place place) {

    public static MessageHeader of(EdifactMessage message) {
        String sequence = message.sequence();
        return new MessageHeader(
                message.type(),
                message.version(),
                message.envelope(),
                message.reference(),
                message.accessReference(),
                Math.max(0, Digits.number(sequence, 4)),
                message.sequenceMark().equals("F"),
                message.bodyDigest(),
                message.place());
    }

    /// What all parts of a series share: sender, recipient, type and access reference.
    public String seriesKey() {
        return String.join(
                "\u001f", envelope.sender(), envelope.recipient(), type, accessReference);
    }
}
