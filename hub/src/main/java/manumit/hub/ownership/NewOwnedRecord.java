package manumit.hub.ownership;

import manumit.hub.access.RecordType;

/// The common parts of a record to make. Its owner is the acting member.
///
/// @param ownerReference the owner's own number for it, unique within owner and type
/// @param purpose code of the purpose it is processed for
/// @param legalBasis what law allows it
public record NewOwnedRecord(
        RecordType type,
        String ownerReference,
        String purpose,
        String legalBasis,
        HandlingCode handlingCode,
        Evaluation evaluation,
        Restriction restriction) {

    @Override
    public String toString() {
        return "NewOwnedRecord[type=" + type + "]";
    }
}
