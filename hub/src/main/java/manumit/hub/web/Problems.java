package manumit.hub.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import manumit.hub.web.ProblemException.Code;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/// Every error of the API as problem details, in one place.
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ProblemDetail exists(DuplicateKeyException e) {
        return ProblemException.detail(
                Code.ALREADY_EXISTS, "one with this name, code or reference exists already");
    }

    @ExceptionHandler
    ProblemDetail refused(DataIntegrityViolationException e) {
        return ProblemException.detail(
                Code.INVALID_FIELD,
                "a value is outside what its field accepts, or refers to nothing");
    }

    /// What row-level security refuses (SQLSTATE 42501) reaches here as "bad grammar".
    @ExceptionHandler
    ProblemDetail refused(BadSqlGrammarException e) {
        if (e.getSQLException() != null && "42501".equals(e.getSQLException().getSQLState())) {
            return ProblemException.detail(Code.NOT_ALLOWED, "not yours to change");
        }
        return fault(e);
    }

    @ExceptionHandler
    ProblemDetail denied(AccessDeniedException e) {
        return ProblemException.detail(Code.NOT_ALLOWED, "this needs a right that you do not have");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> away(NestedRuntimeException e) {
        if (!DatabaseAway.isCauseOf(e)) {
            return ResponseEntity.of(fault(e)).build();
        }
        return ResponseEntity.status(Code.UNAVAILABLE.status())
                .header("Retry-After", ProblemException.RETRY_AFTER_SECONDS)
                .body(DatabaseAway.problem(e));
    }

    /// The log has the kind of fault and a number, which the answer repeats; no values.
    @ExceptionHandler
    ProblemDetail fault(Exception e) {
        UUID number = UUID.randomUUID();
        LOG.error(
                "fault {} of kind {} at {}",
                number,
                e.getClass().getName(),
                e.getStackTrace().length == 0 ? "unknown" : e.getStackTrace()[0]);
        return ProblemException.detail(Code.INTERNAL, "a fault of the hub's own, number " + number);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        ProblemDetail problem =
                ProblemException.detail(Code.INVALID_FIELD, "fields are missing or not acceptable");
        List<Map<String, String>> fields =
                e.getFieldErrors().stream()
                        .map(error ->
                                Map.of(
                                        "field",
                                        error.getField(),
                                        "accepted",
                                        String.valueOf(error.getDefaultMessage())))
                        .toList();
        problem.setProperty("fields", fields);
        return handleExceptionInternal(e, problem, headers, status, request);
    }
}
