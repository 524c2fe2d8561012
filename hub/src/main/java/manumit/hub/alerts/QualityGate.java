package manumit.hub.alerts;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import manumit.hub.access.Purpose;
import manumit.hub.access.Reason;
import manumit.hub.access.RecordType;
import manumit.hub.alerts.AlertDraft.WrittenEvaluation;
import manumit.hub.identity.Description;
import manumit.hub.ownership.Evaluation;
import manumit.hub.ownership.HandlingCode;
import manumit.hub.web.ProblemException;
import manumit.lists.MrzParticulars;
import manumit.matching.BirthDate;
import manumit.matching.Country;
import manumit.matching.Particulars;
import manumit.travel.mrz.MrzReader;
import manumit.travel.mrz.MrzReading;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What an alert must say before anybody may look at it (R6): fields by kind, dates that hold
/// together, check digits, a status that somebody stated, a review date within the limit.
@Component
class QualityGate {

    static final int MOST_REFERENCE = 200;
    static final int MOST_LEGAL_BASIS = 500;
    static final int MOST_INSTRUCTIONS = 2_000;

    private static final int OLDEST_YEARS = 120;
    private static final int ADULT_YEARS = 18;
    private static final String A_STATUS = "the person's status, as the owner states it; one of ";

    private final Clock clock;

    QualityGate(Clock clock) {
        this.clock = clock;
    }

    /// Years until an alert is reviewed at the latest (R8).
    static int mostYears(AlertKind kind, boolean sheltered) {
        if (sheltered) {
            return 2;
        }
        return switch (kind) {
            case WANTED, MISSING, TO_BE_LOCATED, PROTECT, WARNING, PUBLISHED -> 5;
            case LOST, STOLEN, REVOKED, STOLEN_BLANK, VEHICLE, ORGANISATION -> 10;
        };
    }

    /// The statuses that a person may have; empty for what is no person.
    static Set<PersonStatus> statuses(AlertKind kind) {
        return switch (kind) {
            case WANTED, WARNING ->
                    EnumSet.of(PersonStatus.SUSPECT, PersonStatus.ACCUSED, PersonStatus.CONVICTED);
            case MISSING ->
                    EnumSet.of(
                            PersonStatus.MISSING,
                            PersonStatus.VICTIM,
                            PersonStatus.POTENTIAL_VICTIM);
            case PROTECT ->
                    EnumSet.of(
                            PersonStatus.VICTIM,
                            PersonStatus.POTENTIAL_VICTIM,
                            PersonStatus.WITNESS,
                            PersonStatus.MISSING);
            case TO_BE_LOCATED -> EnumSet.allOf(PersonStatus.class);
            case LOST, STOLEN, REVOKED, STOLEN_BLANK, VEHICLE, ORGANISATION, PUBLISHED ->
                    EnumSet.noneOf(PersonStatus.class);
        };
    }

    /// @param errors gets what is not accepted
    /// @return empty if anything was not
    Optional<AlertText> check(AlertDraft draft, FieldErrors errors) {
        Optional<AlertKind> kind = errors.choice("kind", draft.kind(), AlertKind.class);
        if (kind.isPresent() && kind.get() == AlertKind.PUBLISHED) {
            errors.add("kind", "any but PUBLISHED, which comes by the import of a list");
        }
        Optional<HandlingCode> handling =
                errors.choice("handlingCode", draft.handlingCode(), HandlingCode.class);
        Optional<Evaluation> evaluation = evaluation(draft.evaluation(), errors);
        String basis = errors.text("legalBasis", draft.legalBasis(), MOST_LEGAL_BASIS);
        String instructions = errors.text("instructions", draft.instructions(), MOST_INSTRUCTIONS);
        String operation = draft.operation() == null ? "" : draft.operation().strip();
        if (!Reason.isOperation(operation)) {
            errors.add("operation", "a reference of letters, digits, '.', '_' and '-', at most 64");
        }
        Optional<Particulars> known = particulars(draft, errors);
        Optional<LocalDate> reviewOn = date("reviewOn", draft.reviewOn(), errors);
        if (kind.isEmpty() || known.isEmpty()) {
            return Optional.empty();
        }
        Optional<PersonStatus> status = status(kind.get(), draft.personStatus(), errors);
        required(kind.get(), known.get(), errors);
        boolean sheltered =
                kind.get().isSheltered()
                        || status.filter(PersonStatus::isSheltered).isPresent()
                        || (isPerson(kind.get()) && mayBeMinor(known.get()));
        reviewOn.ifPresent(on -> reviewWithin(on, mostYears(kind.get(), sheltered), errors));
        Optional<Purpose> purpose = purpose(draft.purpose(), sheltered, errors);
        if (!errors.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new AlertText(
                        kind.get(),
                        status.orElse(null),
                        sheltered,
                        Description.of(known.get()),
                        purpose.orElseThrow(),
                        basis,
                        operation,
                        handling.orElseThrow(),
                        evaluation.orElseThrow(),
                        reviewOn.orElseThrow(),
                        instructions));
    }

    /// Under age by any of the birth dates given (V11: presumed where it is in doubt). Without one
    /// nothing is presumed.
    boolean mayBeMinor(Particulars known) {
        LocalDate adultsBornBy = today().minusYears(ADULT_YEARS);
        return known.birthDates().stream()
                .anyMatch(birth ->
                        switch (birth) {
                            case BirthDate.Day(var day) -> day.isAfter(adultsBornBy);
                            case BirthDate.Month(var month) ->
                                    month.atEndOfMonth().isAfter(adultsBornBy);
                            case BirthDate.InYear _, BirthDate.Circa _, BirthDate.Between _ ->
                                    birth.latestYear() >= adultsBornBy.getYear();
                        });
    }

    /// A review date later than today and within the limit.
    void reviewWithin(LocalDate on, int years, FieldErrors errors) {
        if (!on.isAfter(today()) || on.isAfter(today().plusYears(years))) {
            errors.add(
                    "reviewOn",
                    "a day after today, within "
                            + years
                            + " years: such as "
                            + today().plusYears(years));
        }
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    static Optional<LocalDate> date(String field, @Nullable String text, FieldErrors errors) {
        try {
            if (text != null) {
                return Optional.of(LocalDate.parse(text.strip()));
            }
        } catch (DateTimeParseException e) {
            // Told below.
        }
        errors.add(field, "a date such as 2031-11-30");
        return Optional.empty();
    }

    private static boolean isPerson(AlertKind kind) {
        return kind.type() == RecordType.PERSON;
    }

    private static Optional<PersonStatus> status(
            AlertKind kind, @Nullable String text, FieldErrors errors) {
        Set<PersonStatus> accepted = statuses(kind);
        if (accepted.isEmpty()) {
            if (text != null && !text.isBlank()) {
                errors.add("personStatus", "none: this is not about a person");
            }
            return Optional.empty();
        }
        Optional<PersonStatus> stated =
                accepted.stream().filter(one -> one.name().equals(text)).findFirst();
        if (stated.isEmpty()) {
            errors.add("personStatus", A_STATUS + accepted.toString().replaceAll("[\\[\\]]", ""));
        }
        return stated;
    }

    private void required(AlertKind kind, Particulars known, FieldErrors errors) {
        switch (kind) {
            case WANTED, TO_BE_LOCATED, WARNING -> {
                requireName(known, errors);
                if (known.birthDates().isEmpty()) {
                    errors.add(
                            "description.birthDates", "one at least, the year if no more is known");
                }
            }
            case MISSING, PROTECT -> {
                requireName(known, errors);
                if (known.birthDates().isEmpty()
                        && known.nationalities().isEmpty()
                        && known.documents().isEmpty()) {
                    errors.add(
                            "description.birthDates",
                            "one at least, or a nationality, or a document: a name alone finds too"
                                    + " many");
                }
            }
            case ORGANISATION, PUBLISHED -> requireName(known, errors);
            case LOST, STOLEN, REVOKED -> requireDocument(known, errors);
            case STOLEN_BLANK -> {
                requireDocument(known, errors);
                if (!known.names().isEmpty() || !known.birthDates().isEmpty()) {
                    errors.add("description.names", "none: nobody's name was in a blank document");
                }
            }
            case VEHICLE -> {
                if (known.documents().isEmpty()) {
                    errors.add("description.documents", "a registration number at least");
                }
            }
        }
        for (BirthDate birth : known.birthDates()) {
            if (birth.earliestYear() < today().getYear() - OLDEST_YEARS
                    || birth.earliestYear() > today().getYear()
                    || (birth instanceof BirthDate.Day(var day) && day.isAfter(today()))) {
                errors.add(
                        "description.birthDates",
                        "days up to today, at most " + OLDEST_YEARS + " years ago");
            }
        }
    }

    private static void requireName(Particulars known, FieldErrors errors) {
        if (known.names().isEmpty()) {
            errors.add("description.names", "one at least, whole or as givenNames and familyName");
        }
    }

    private static void requireDocument(Particulars known, FieldErrors errors) {
        if (known.documents().isEmpty()
                || known.documents().stream()
                        .anyMatch(document -> document.issuer().equals(Country.UNKNOWN))) {
            errors.add(
                    "description.documents",
                    "a number with the country that issued it; or mrz, its machine-readable zone");
        }
    }

    private Optional<Particulars> particulars(AlertDraft draft, FieldErrors errors) {
        Optional<Particulars> zone = zone(draft.mrz(), errors);
        if (draft.description() == null) {
            if (zone.isEmpty()) {
                errors.add("description", "who or what is looked for");
            }
            return zone;
        }
        try {
            Particulars written = draft.description().particulars();
            return Optional.of(zone.map(read -> joined(written, read)).orElse(written));
        } catch (ProblemException e) {
            String detail = String.valueOf(e.getBody().getDetail());
            errors.add(
                    "description." + e.field(), detail.substring(detail.indexOf(':') + 1).strip());
            return Optional.empty();
        }
    }

    private Optional<Particulars> zone(@Nullable String mrz, FieldErrors errors) {
        if (mrz == null || mrz.isBlank()) {
            return Optional.empty();
        }
        if (MrzReader.read(mrz, today()) instanceof MrzReading.Read read
                && read.isVerified()
                && read.repairs().isEmpty()) {
            return Optional.of(MrzParticulars.of(read));
        }
        errors.add("mrz", "a machine-readable zone whose check digits all hold; or leave it out");
        return Optional.empty();
    }

    /// What is written counts; what the zone says besides is added.
    private static Particulars joined(Particulars written, Particulars zone) {
        Particulars.Builder all = Particulars.builder();
        all.kind(zone.kind());
        all.sex(written.sex() == manumit.matching.Sex.UNKNOWN ? zone.sex() : written.sex());
        (written.names().isEmpty() ? zone : written).names().forEach(all::name);
        (written.birthDates().isEmpty() ? zone : written).birthDates().forEach(all::birthDate);
        (written.nationalities().isEmpty() ? zone : written)
                .nationalities()
                .forEach(all::nationality);
        written.birthPlaces().forEach(all::birthPlace);
        written.documents().forEach(all::document);
        zone.documents().stream()
                .filter(document -> !written.documents().contains(document))
                .forEach(all::document);
        return all.build();
    }

    private static Optional<Evaluation> evaluation(
            @Nullable WrittenEvaluation written, FieldErrors errors) {
        Optional<Evaluation.Source> source =
                errors.choice(
                        "evaluation.source",
                        written == null ? null : written.source(),
                        Evaluation.Source.class);
        Integer information = written == null ? null : written.information();
        if (information == null || information < 1 || information > 4) {
            errors.add("evaluation.information", "1, 2, 3 or 4");
            return Optional.empty();
        }
        return source.map(known -> new Evaluation(known, information));
    }

    private static Optional<Purpose> purpose(
            @Nullable String code, boolean sheltered, FieldErrors errors) {
        if (code == null || code.isBlank()) {
            return Optional.of(sheltered ? Purpose.VICTIM_PROTECTION : Purpose.INVESTIGATION);
        }
        Optional<Purpose> purpose = Purpose.find(code);
        if (purpose.isEmpty()) {
            errors.add("purpose", "one of " + Purpose.codes());
        }
        return purpose;
    }
}
