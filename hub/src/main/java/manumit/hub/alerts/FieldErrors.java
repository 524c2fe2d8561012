package manumit.hub.alerts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import manumit.hub.web.ProblemException;
import org.jspecify.annotations.Nullable;

/// Fields that were not accepted, all of them, in the order found.
final class FieldErrors {

    /// @param field such as `description.names`
    /// @param accepted what it accepts; never the value
    record FieldError(String field, String accepted) {}

    private final List<FieldError> errors = new ArrayList<>();

    void add(String field, String accepted) {
        if (errors.stream().noneMatch(error -> error.field().equals(field))) {
            errors.add(new FieldError(field, accepted));
        }
    }

    List<FieldError> list() {
        return List.copyOf(errors);
    }

    boolean isEmpty() {
        return errors.isEmpty();
    }

    /// One of an enumeration.
    <E extends Enum<E>> Optional<E> choice(String field, @Nullable String text, Class<E> type) {
        if (text != null) {
            for (E one : type.getEnumConstants()) {
                if (one.name().equals(text)) {
                    return Optional.of(one);
                }
            }
        }
        add(
                field,
                "one of " + List.of(type.getEnumConstants()).toString().replaceAll("[\\[\\]]", ""));
        return Optional.empty();
    }

    /// Text that must be there.
    String text(String field, @Nullable String text, int most) {
        String stripped = text == null ? "" : text.strip();
        if (stripped.isEmpty() || stripped.length() > most) {
            add(field, String.format(Locale.ROOT, "1 to %d characters", most));
        }
        return stripped;
    }

    /// @throws ProblemException if there is any error: a problem with `errors`
    void refuse() {
        if (!errors.isEmpty()) {
            ProblemException problem =
                    new ProblemException(
                            ProblemException.Code.INVALID_FIELD,
                            errors.getFirst().field() + ": " + errors.getFirst().accepted());
            problem.getBody().setProperty("errors", list());
            throw problem;
        }
    }
}
