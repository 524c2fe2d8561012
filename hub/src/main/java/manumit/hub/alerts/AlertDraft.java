package manumit.hub.alerts;

import jakarta.validation.Valid;
import java.util.List;
import manumit.hub.identity.Description;
import org.jspecify.annotations.Nullable;

/// An alert as somebody sends it: anything may be missing or wrong. {@link QualityGate} says what,
/// of all fields at once; so choices are text here.
///
/// @param mrz machine-readable zone of the document; what it says is added to the description
/// @param purpose code; null: of the kind
/// @param reviewOn `2031-11-30`
record AlertDraft(
        @Nullable String ownerReference,
        @Nullable String kind,
        @Nullable String personStatus,
        @Valid @Nullable Description description,
        @Nullable String mrz,
        @Nullable String purpose,
        @Nullable String legalBasis,
        @Nullable String operation,
        @Nullable String handlingCode,
        @Nullable WrittenEvaluation evaluation,
        @Nullable WrittenRestriction restriction,
        @Nullable String reviewOn,
        @Nullable String instructions) {

    /// @param source A, B, C or X
    /// @param information 1 to 4
    record WrittenEvaluation(@Nullable String source, @Nullable Integer information) {}

    /// @param kind NONE, DENY or ALLOW
    /// @param members their three letters
    record WrittenRestriction(@Nullable String kind, @Nullable List<String> members) {

        List<String> named() {
            return members == null ? List.of() : members;
        }
    }

    @Override
    public String toString() {
        return "AlertDraft";
    }
}
