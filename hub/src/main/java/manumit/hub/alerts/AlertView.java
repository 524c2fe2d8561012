package manumit.hub.alerts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import manumit.hub.identity.Description;
import manumit.hub.journal.JournaledRecord;
import manumit.hub.ownership.Evaluation;
import manumit.hub.ownership.HandlingCode;
import manumit.journal.RecordReference;
import org.jspecify.annotations.Nullable;

/// An alert as its owner, or another member that may see it, reads it: the text that circulates or,
/// where none ever did, the latest one.
///
/// @param owner member
/// @param sheltered of somebody to protect: listed to nobody but its owner's specialists
/// @param correction where a correction of a circulating alert stands; null: there is none, or the
///   reader is not the owner
/// @param corrected what the correction says; null as above
/// @param restriction null unless the reader is the owner
/// @param version for `If-Match`
/// @param textVersion of the latest text; for others the one that they read
record AlertView(
        UUID id,
        UUID owner,
        String ownerCode,
        String ownerReference,
        AlertKind kind,
        @Nullable PersonStatus personStatus,
        AlertState state,
        @Nullable AlertState correction,
        boolean sheltered,
        Description description,
        String purpose,
        String legalBasis,
        String operation,
        HandlingCode handlingCode,
        Evaluation evaluation,
        LocalDate reviewOn,
        String instructions,
        @Nullable Instant circulatedAt,
        Instant changedAt,
        @Nullable AlertText corrected,
        @Nullable RestrictionView restriction,
        long version,
        long textVersion)
        implements JournaledRecord {

    /// @param kind NONE, DENY or ALLOW
    /// @param members their three letters, in order
    record RestrictionView(String kind, List<String> members) {}

    /// The same in a list.
    ///
    /// @param name as listed; empty for what has none
    record Line(
            UUID id,
            UUID owner,
            String ownerCode,
            String ownerReference,
            AlertKind kind,
            @Nullable PersonStatus personStatus,
            AlertState state,
            @Nullable AlertState correction,
            boolean sheltered,
            String name,
            LocalDate reviewOn,
            Instant changedAt,
            long version) {

        @Override
        public String toString() {
            return "Line[" + id + "]";
        }
    }

    /// Type of alerts in the journal.
    static final String JOURNAL_TYPE = "alert";

    static RecordReference reference(UUID owner, UUID id) {
        return new RecordReference(
                owner.toString().toLowerCase(Locale.ROOT), JOURNAL_TYPE, id.toString());
    }

    @Override
    public UUID member() {
        return owner;
    }

    @Override
    public RecordReference journalReference() {
        return reference(owner, id);
    }

    /// The text as it stands, to begin a correction with.
    AlertText latest() {
        return corrected != null
                ? corrected
                : new AlertText(
                        kind,
                        personStatus,
                        sheltered,
                        description,
                        manumit.hub.access.Purpose.find(purpose).orElseThrow(),
                        legalBasis,
                        operation,
                        handlingCode,
                        evaluation,
                        reviewOn,
                        instructions);
    }

    /// Whether a text of it waits for the second person.
    boolean inReview() {
        return state == AlertState.IN_REVIEW || correction == AlertState.IN_REVIEW;
    }

    @Override
    public String toString() {
        return "AlertView[" + id + ", " + state + "]";
    }
}
