package manumit.hub.alerts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import manumit.hub.alerts.AlertDraft.WrittenEvaluation;
import manumit.hub.alerts.AlertDraft.WrittenRestriction;
import manumit.hub.alerts.FieldErrors.FieldError;
import manumit.hub.identity.Description;
import manumit.hub.identity.Description.WrittenDocument;
import manumit.hub.identity.Description.WrittenName;
import manumit.hub.web.Form;
import manumit.hub.web.ProblemException;
import manumit.matching.DocumentType;
import manumit.matching.NameKind;
import manumit.matching.Sex;
import org.jspecify.annotations.Nullable;

/// An alert as a form: what may stand several times has a line each, or is apart by `;`.
final class AlertForm {

    static final String NAME = "alerts";

    /// Fields of the form that have another name in the API.
    private static final Map<String, String> FIELDS =
            Map.ofEntries(
                    Map.entry("description", "names"),
                    Map.entry("description.names", "names"),
                    Map.entry("description.birthDates", "birthDates"),
                    Map.entry("description.nationalities", "nationalities"),
                    Map.entry("description.birthPlaces", "birthPlaces"),
                    Map.entry("description.documents", "documents"),
                    Map.entry("evaluation.source", "source"),
                    Map.entry("evaluation.information", "information"),
                    Map.entry("restriction", "restrictionMembers"),
                    Map.entry("restriction.kind", "restrictionKind"),
                    Map.entry("restriction.members", "restrictionMembers"));

    private AlertForm() {}

    /// Filled in with a text, for a correction.
    static Form of(AlertView alert) {
        AlertText text = alert.latest();
        Description known = text.description();
        return Form.blank(NAME)
                .with("ownerReference", alert.ownerReference())
                .with("kind", text.kind())
                .with("personStatus", text.personStatus())
                .with("names", lines(known.names(), AlertForm::line))
                .with("birthDates", joined(known.birthDates()))
                .with("sex", known.sex())
                .with("nationalities", joined(known.nationalities()))
                .with("birthPlaces", joined(known.birthPlaces()))
                .with("documents", lines(known.documents(), AlertForm::line))
                .with("operation", text.operation())
                .with("legalBasis", text.legalBasis())
                .with("handlingCode", text.handlingCode())
                .with("source", text.evaluation().source())
                .with("information", text.evaluation().information())
                .with("reviewOn", text.reviewOn())
                .with("instructions", text.instructions())
                .withVersion(alert.version());
    }

    /// What was typed, for {@link QualityGate} to look at.
    ///
    /// @param restricted whether the form asks who may see it
    static AlertDraft draft(Form form, boolean restricted) {
        return new AlertDraft(
                nullIfEmpty(form.text("ownerReference")),
                form.text("kind"),
                nullIfEmpty(form.text("personStatus")),
                new Description(
                        null,
                        names(form.value("names")),
                        parts(form.text("birthDates")),
                        form.choice("sex", Sex.class),
                        parts(form.text("nationalities")),
                        parts(form.text("birthPlaces")),
                        documents(form.value("documents"))),
                nullIfEmpty(form.value("mrz")),
                null,
                form.text("legalBasis"),
                form.text("operation"),
                form.text("handlingCode"),
                new WrittenEvaluation(form.text("source"), number(form.text("information"))),
                restricted ? restriction(form) : null,
                form.text("reviewOn"),
                form.text("instructions"));
    }

    static WrittenRestriction restriction(Form form) {
        return new WrittenRestriction(
                form.text("restrictionKind"),
                Arrays.stream(form.text("restrictionMembers").split("[^A-Za-z]+"))
                        .filter(code -> !code.isEmpty())
                        .map(code -> code.toUpperCase(java.util.Locale.ROOT))
                        .toList());
    }

    /// The same work, with what it does not accept told by the fields of the form.
    static <T> Supplier<T> told(Form form, Supplier<T> work) {
        return () -> {
            try {
                return work.get();
            } catch (ProblemException e) {
                if (e.code() != ProblemException.Code.INVALID_FIELD) {
                    throw e;
                }
                List<String> fields = fields(e);
                fields.forEach(form::wrong);
                throw new ProblemException(
                        ProblemException.Code.INVALID_FIELD, fields.getFirst() + ": see the form");
            }
        };
    }

    private static List<String> fields(ProblemException e) {
        Map<String, Object> more =
                Objects.requireNonNullElse(e.getBody().getProperties(), Map.of());
        List<String> fields = new ArrayList<>();
        if (more.get("errors") instanceof List<?> errors) {
            for (Object one : errors) {
                if (one instanceof FieldError error) {
                    fields.add(FIELDS.getOrDefault(error.field(), error.field()));
                }
            }
        }
        if (fields.isEmpty()) {
            fields.add(FIELDS.getOrDefault(e.field(), e.field()));
        }
        return fields;
    }

    private static List<WrittenName> names(String typed) {
        List<WrittenName> names = new ArrayList<>();
        for (String line : typed.lines().map(String::strip).filter(s -> !s.isEmpty()).toList()) {
            NameKind kind = names.isEmpty() ? NameKind.PRIMARY : NameKind.ALIAS;
            int comma = line.indexOf(',');
            names.add(
                    comma < 0
                            ? new WrittenName(kind, line, null, null)
                            : new WrittenName(
                                    kind,
                                    null,
                                    line.substring(comma + 1).strip(),
                                    line.substring(0, comma).strip()));
        }
        return names;
    }

    private static String line(WrittenName name) {
        String family = name.familyName();
        return family == null
                ? Objects.requireNonNullElse(name.whole(), "")
                : family + ", " + Objects.requireNonNullElse(name.givenNames(), "");
    }

    /// `P1234567, KEN, passport`.
    private static List<WrittenDocument> documents(String typed) {
        List<WrittenDocument> documents = new ArrayList<>();
        for (String line : typed.lines().map(String::strip).filter(s -> !s.isEmpty()).toList()) {
            String[] cells = line.split("\\s*,\\s*", -1);
            String type =
                    cells.length < 3
                            ? ""
                            : cells[2].toUpperCase(java.util.Locale.ROOT).replace(' ', '_');
            documents.add(
                    new WrittenDocument(
                            Arrays.stream(DocumentType.values())
                                    .filter(one -> one.name().equals(type))
                                    .findFirst()
                                    .orElse(null),
                            cells[0],
                            cells.length < 2 ? null : cells[1]));
        }
        return documents;
    }

    private static String line(WrittenDocument document) {
        DocumentType type = document.type();
        String country = Objects.requireNonNullElse(document.country(), "");
        return document.number()
                + (country.isEmpty() && type == null ? "" : ", " + country)
                + (type == null
                        ? ""
                        : ", " + type.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
    }

    private static <T> String lines(
            @Nullable List<T> all, java.util.function.Function<T, String> line) {
        return all == null
                ? ""
                : all.stream().map(line).collect(Collectors.joining(System.lineSeparator()));
    }

    private static String joined(@Nullable List<String> all) {
        return all == null ? "" : String.join("; ", all);
    }

    private static List<String> parts(String typed) {
        return Arrays.stream(typed.split(";"))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
    }

    private static @Nullable Integer number(String typed) {
        return Optional.of(typed)
                .filter(text -> text.matches("[0-9]{1,3}"))
                .map(Integer::valueOf)
                .orElse(null);
    }

    private static @Nullable String nullIfEmpty(String text) {
        return text.isBlank() ? null : text;
    }
}
