package manumit.matching.documentindex;

import java.util.Comparator;
import manumit.matching.Outcome;

/// A listed document that may be the one asked for.
///
/// @param entry the listed document
/// @param number how the numbers agree
/// @param issuer {@link Outcome#AGREE}, {@link Outcome#CONTRADICTED}, or {@link Outcome#UNKNOWN}
///   where one side does not say
/// @param type the same for the type; `UNKNOWN` and `OTHER` say nothing
public record DocumentFinding(
        DocumentEntry entry, NumberAgreement number, Outcome issuer, Outcome type) {

    /// The closest first: by issuer, by number, by type; then in the order of the entries.
    public static final Comparator<DocumentFinding> RANKING =
            Comparator.comparingInt((DocumentFinding f) -> rank(f.issuer))
                    .thenComparing(DocumentFinding::number)
                    .thenComparingInt(f -> rank(f.type))
                    .thenComparing(f -> f.entry.issuer().code())
                    .thenComparing(f -> f.entry.number())
                    .thenComparing(f -> f.entry.type());

    /// Do number, issuer and type all agree, the number as written or but for its check digit?
    public boolean isSameDocument() {
        return number != NumberAgreement.CONFUSED
                && issuer == Outcome.AGREE
                && type == Outcome.AGREE;
    }

    private static int rank(Outcome outcome) {
        return switch (outcome) {
            case AGREE -> 0;
            case NEAR, OMITTED, UNKNOWN -> 1;
            case CONTRADICTED -> 2;
        };
    }
}
