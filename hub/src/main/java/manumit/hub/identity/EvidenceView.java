package manumit.hub.identity;

import java.util.List;
import java.util.Locale;
import manumit.matching.Comparison;
import manumit.matching.Evidence;
import manumit.matching.Field;
import manumit.matching.Outcome;

/// Why two descriptions may mean the same somebody: as answered, kept and shown.
///
/// @param method version of the scoring method
/// @param reasons in the order of {@link Field}, as `matching` gives them; their bits sum to `bits`
public record EvidenceView(String method, double bits, double score, List<Reason> reasons) {

    /// One reason.
    ///
    /// @param traveller value of whoever was checked; empty: not given
    /// @param record value of the record; empty: not given
    public record Reason(
            Field field, Outcome outcome, String traveller, String record, double bits) {

        @Override
        public String toString() {
            return "Reason[" + field + ", " + outcome + "]";
        }
    }

    public EvidenceView {
        reasons = List.copyOf(reasons);
    }

    public static EvidenceView of(Comparison comparison) {
        return new EvidenceView(
                comparison.method(),
                comparison.bits(),
                comparison.score(),
                comparison.evidence().stream().map(EvidenceView::reason).toList());
    }

    /// As people read them.
    public List<EvidenceRow> rows(Locale locale) {
        return EvidenceRow.of(reasons, locale);
    }

    private static Reason reason(Evidence evidence) {
        return new Reason(
                evidence.field(),
                evidence.outcome(),
                evidence.query(),
                evidence.record(),
                evidence.bits());
    }

    @Override
    public String toString() {
        return "EvidenceView[" + method + "]";
    }
}
