package manumit.hub.web;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/// What somebody typed into a form, kept as it was, and what of it was not accepted.
///
/// Labels are the messages `FORM.FIELD`; what a field accepts, shown as its hint and again as its
/// error, is `FORM.FIELD.accepted`. Not thread-safe; one for each request.
public final class Form {

    private static final String VERSION = "version";

    private final String name;
    private final MultiValueMap<String, String> values;
    private final Map<String, String> errors = new LinkedHashMap<>();
    private @Nullable String refusal;
    private boolean changedMeanwhile;

    private Form(String name, MultiValueMap<String, String> values) {
        this.name = name;
        this.values = values;
    }

    /// What was sent.
    public static Form sent(String name, MultiValueMap<String, String> values) {
        return new Form(name, new LinkedMultiValueMap<>(values));
    }

    /// One to fill in.
    public static Form blank(String name) {
        return new Form(name, new LinkedMultiValueMap<>());
    }

    /// The same form with a field filled in.
    public Form with(String field, @Nullable Object value) {
        if (value != null) {
            values.set(field, value.toString());
        }
        return this;
    }

    public Form with(String field, Collection<? extends Enum<?>> chosen) {
        values.put(field, chosen.stream().map(Enum::name).collect(Collectors.toList()));
        return this;
    }

    /// The version that a change is made from.
    public Form withVersion(long version) {
        values.set(VERSION, Long.toString(version));
        return this;
    }

    /// @throws ProblemException if there is none
    public long expectedVersion() {
        return Versions.expected(values.getFirst(VERSION));
    }

    // What was typed.

    public String value(String field) {
        String value = values.getFirst(field);
        return value == null ? "" : value;
    }

    public boolean has(String field, String value) {
        return values.getOrDefault(field, List.of()).contains(value);
    }

    /// Without spaces around; empty if nothing was typed.
    public String text(String field) {
        return value(field).strip();
    }

    /// Null if nothing was chosen; an error of the field if it is none.
    public @Nullable UUID id(String field) {
        return read(field, UUID::fromString);
    }

    public @Nullable Double number(String field) {
        return read(field, typed -> Double.valueOf(typed.replace(',', '.')));
    }

    public <E extends Enum<E>> @Nullable E choice(String field, Class<E> type) {
        return read(field, typed -> Enum.valueOf(type, typed));
    }

    /// One that must be made. Without it the field is wrong, and what is given back is not used.
    public <E extends Enum<E>> E mustChoose(String field, Class<E> type) {
        E chosen = choice(field, type);
        if (chosen == null) {
            wrong(field);
            return type.getEnumConstants()[0];
        }
        return chosen;
    }

    public <E extends Enum<E>> Set<E> choices(String field, Class<E> type) {
        Set<E> chosen = new TreeSet<>();
        for (String value : values.getOrDefault(field, List.of())) {
            Arrays.stream(type.getEnumConstants())
                    .filter(constant -> constant.name().equals(value))
                    .findFirst()
                    .ifPresentOrElse(chosen::add, () -> wrong(field));
        }
        return chosen;
    }

    private <T> @Nullable T read(String field, java.util.function.Function<String, T> reader) {
        String typed = text(field);
        if (typed.isEmpty()) {
            return null;
        }
        try {
            return reader.apply(typed);
        } catch (IllegalArgumentException e) {
            wrong(field);
            return null;
        }
    }

    // What was not accepted.

    /// Says that a field does not hold what it accepts.
    public void wrong(String field) {
        errors.putIfAbsent(field, label(field) + ".accepted");
    }

    /// @param message key of the message that says what is accepted
    public void wrong(String field, String message) {
        errors.putIfAbsent(field, message);
    }

    /// Does the work, unless a field is wrong.
    ///
    /// @param body record that the work is done with, checked by its constraints
    /// @param unique field that another record may have already
    /// @return empty if something was not accepted; the form says what
    public <T> Optional<T> attempt(
            Validator validator, Record body, String unique, Supplier<T> work) {
        for (ConstraintViolation<Record> violation : validator.validate(body)) {
            wrong(violation.getPropertyPath().toString().replaceAll("[\\[.].*", ""));
        }
        sortErrors(body.getClass());
        return attempt(unique, work);
    }

    /// Does the work, unless a field is wrong already.
    ///
    /// @return whether it was done; if not, the form says why not
    public boolean attempt(Runnable work) {
        return attempt(
                        VERSION,
                        () -> {
                            work.run();
                            return true;
                        })
                .isPresent();
    }

    private <T> Optional<T> attempt(String unique, Supplier<T> work) {
        if (!errors.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } catch (ProblemException e) {
            switch (e.code()) {
                case INVALID_FIELD -> wrong(e.field());
                case ALREADY_EXISTS -> wrong(unique, "form.exists");
                case VERSION_CHANGED, NOT_NOW -> changedMeanwhile = true;
                case NOT_FOUND,
                        INVALID_CURSOR,
                        VERSION_MISSING,
                        NOT_ALLOWED,
                        NOT_SIGNED_IN,
                        TOO_MANY_REQUESTS,
                        UNAVAILABLE,
                        INTERNAL ->
                        throw e;
            }
        } catch (DuplicateKeyException e) {
            wrong(unique, "form.exists");
        } catch (DataIntegrityViolationException e) {
            refusal = "form.refused";
        }
        return Optional.empty();
    }

    /// In the order of the fields, as a reader meets them.
    private void sortErrors(Class<?> type) {
        Map<String, String> unsorted = new LinkedHashMap<>(errors);
        errors.clear();
        for (RecordComponent field : type.getRecordComponents()) {
            String message = unsorted.remove(field.getName());
            if (message != null) {
                errors.put(field.getName(), message);
            }
        }
        errors.putAll(unsorted);
    }

    /// Somebody else changed the record after this form was shown.
    public boolean isChangedMeanwhile() {
        return changedMeanwhile;
    }

    public HttpStatus status() {
        return changedMeanwhile ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST;
    }

    // For templates.

    public String label(String field) {
        return name + "." + field;
    }

    public String accepted(String field) {
        return label(field) + ".accepted";
    }

    public boolean isWrong(String field) {
        return errors.containsKey(field);
    }

    /// Key of the message of a wrong field.
    public String error(String field) {
        return errors.getOrDefault(field, accepted(field));
    }

    public List<String> wrongFields() {
        return new ArrayList<>(errors.keySet());
    }

    /// Key of what is wrong with the whole; empty if it is a field or nothing.
    public Optional<String> refused() {
        return Optional.ofNullable(refusal);
    }

    public boolean isRefused() {
        return !errors.isEmpty() || refusal != null;
    }

    @Override
    public String toString() {
        return "Form[" + name + ", wrong: " + errors.keySet() + "]";
    }
}
