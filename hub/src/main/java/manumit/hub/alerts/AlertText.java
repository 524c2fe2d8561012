package manumit.hub.alerts;

import java.time.LocalDate;
import manumit.hub.access.Purpose;
import manumit.hub.identity.Description;
import manumit.hub.ownership.Evaluation;
import manumit.hub.ownership.HandlingCode;
import org.jspecify.annotations.Nullable;

/// What an alert says: as {@link QualityGate} accepted it, kept with each version.
///
/// @param personStatus null for what is no person, and for what a publisher does not say
/// @param purpose code
/// @param operation reference; empty: of none
/// @param sheltered of somebody to protect (R17): by kind, by status, or a minor
record AlertText(
        AlertKind kind,
        @Nullable PersonStatus personStatus,
        boolean sheltered,
        Description description,
        Purpose purpose,
        String legalBasis,
        String operation,
        HandlingCode handlingCode,
        Evaluation evaluation,
        LocalDate reviewOn,
        String instructions) {

    AlertContent content() {
        return new AlertContent(description, instructions);
    }

    /// All names, for the list.
    String names() {
        return description.particulars().names().stream()
                .map(name -> name.whole())
                .distinct()
                .reduce((first, next) -> first + "; " + next)
                .orElse("");
    }

    @Override
    public String toString() {
        return "AlertText[" + kind + "]";
    }
}
