package manumit.hub.checks;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import manumit.hub.alerts.AlertKind;
import manumit.hub.checks.CheckAnswer.Verdict;
import manumit.hub.identity.Description;
import manumit.hub.identity.Description.WrittenDocument;
import manumit.hub.identity.EvidenceRow;
import org.jspecify.annotations.Nullable;

/// An answer as the desk shows it.
///
/// @param ownerNames of members, by their codes
/// @param seconds it took, such as `0.03`; empty for one made before
public record DeskAnswer(CheckAnswer check, Map<String, String> ownerNames, String seconds) {

    /// A candidate with its place and what was made of it.
    ///
    /// @param verdict null: nothing yet
    public record Entry(
            int place, CandidateView candidate, String owner, @Nullable Verdict verdict) {

        /// The owner may be asked, or the candidate set aside.
        public boolean isOpen() {
            return verdict == null;
        }

        public Optional<String> judged() {
            return Optional.ofNullable(verdict).map(said -> said.verdict().name());
        }

        public boolean isStrong() {
            return candidate.band() == manumit.matching.Band.STRONG;
        }
    }

    public UUID id() {
        return check.id();
    }

    /// What an officer reads to the duty desk.
    public String shortId() {
        return check.id().toString().substring(24).toUpperCase(Locale.ROOT);
    }

    public int count() {
        return check.candidates().size();
    }

    public List<Entry> entries() {
        return check.candidates().stream()
                .map(one ->
                        new Entry(
                                check.candidates().indexOf(one) + 1,
                                one,
                                ownerNames.getOrDefault(one.ownerCode(), one.ownerCode()),
                                verdict(one.alert())))
                .toList();
    }

    private @Nullable Verdict verdict(UUID alert) {
        return check.verdicts().stream()
                .filter(said -> said.alert().equals(alert))
                .findFirst()
                .orElse(null);
    }

    /// Somebody to protect is among them: that comes first.
    public boolean isSheltered() {
        return check.candidates().stream().anyMatch(CandidateView::sheltered);
    }

    public OffsetDateTime madeAt() {
        return check.madeAt().atOffset(ZoneOffset.UTC);
    }

    public @Nullable ZoneView zone() {
        return check.mrz();
    }

    /// Names as understood, the first one.
    public String family() {
        return name().map(one -> text(one.familyName())).orElse("");
    }

    public String given() {
        return name().map(one -> text(one.givenNames())).orElse("");
    }

    public String whole() {
        return name().map(one -> text(one.whole())).orElse("");
    }

    private Optional<Description.WrittenName> name() {
        Description known = check.traveller();
        return known == null || known.names() == null || known.names().isEmpty()
                ? Optional.empty()
                : Optional.of(known.names().getFirst());
    }

    public String born(Locale locale) {
        Description known = check.traveller();
        return known == null || known.birthDates() == null || known.birthDates().isEmpty()
                ? ""
                : EvidenceRow.date(known.birthDates().getFirst(), locale);
    }

    /// `F`, `M` or empty.
    public String sex() {
        Description known = check.traveller();
        if (known == null || known.sex() == null) {
            return "";
        }
        return switch (known.sex()) {
            case FEMALE -> "F";
            case MALE -> "M";
            case UNSPECIFIED, UNKNOWN -> "";
        };
    }

    public String nationality(Locale locale) {
        Description known = check.traveller();
        return known == null || known.nationalities() == null
                ? ""
                : EvidenceRow.countries(String.join(" ", known.nationalities()), locale);
    }

    public List<String> documents() {
        Description known = check.traveller();
        return known == null || known.documents() == null
                ? List.of()
                : known.documents().stream().map(WrittenDocument::number).toList();
    }

    public String expires(Locale locale) {
        ZoneView zone = check.mrz();
        return zone == null ? "" : EvidenceRow.date(zone.expiry(), locale);
    }

    /// Alerts about a document, not a person.
    public List<Entry> aboutDocuments() {
        return entries().stream().filter(entry -> isDocument(entry.candidate().kind())).toList();
    }

    public List<Entry> published() {
        return entries().stream()
                .filter(entry -> entry.candidate().kind() == AlertKind.PUBLISHED)
                .toList();
    }

    private static boolean isDocument(AlertKind kind) {
        return switch (kind) {
            case LOST, STOLEN, REVOKED, STOLEN_BLANK -> true;
            case WANTED,
                    MISSING,
                    TO_BE_LOCATED,
                    PROTECT,
                    WARNING,
                    VEHICLE,
                    ORGANISATION,
                    PUBLISHED ->
                    false;
        };
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    @Override
    public String toString() {
        return "DeskAnswer[" + check.id() + "]";
    }
}
