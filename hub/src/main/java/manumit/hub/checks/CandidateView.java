package manumit.hub.checks;

import java.util.UUID;
import manumit.hub.alerts.AlertKind;
import manumit.hub.alerts.PersonStatus;
import manumit.hub.identity.EvidenceView;
import manumit.hub.ownership.Evaluation;
import manumit.hub.ownership.HandlingCode;
import manumit.matching.Band;
import org.jspecify.annotations.Nullable;

/// A candidate as answered. A candidate is not a hit, and no ground for action.
///
/// @param owner member that owns the alert
/// @param ownerCode its three letters
/// @param recordName name of the record that was compared, as written by the owner
/// @param status null for what is no person
/// @param sheltered somebody to protect
/// @param instructions what the owner asks to do and not to do
/// @param version of the alert that was compared
public record CandidateView(
        UUID alert,
        UUID owner,
        String ownerCode,
        String ownerReference,
        AlertKind kind,
        @Nullable PersonStatus status,
        boolean sheltered,
        String recordName,
        String instructions,
        HandlingCode handlingCode,
        Evaluation evaluation,
        long version,
        Band band,
        EvidenceView evidence) {

    @Override
    public String toString() {
        return "CandidateView[" + alert + ", " + band + "]";
    }
}
