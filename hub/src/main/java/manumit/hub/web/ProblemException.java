package manumit.hub.web;

import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/// An answer that is a problem (RFC 9457), with a stable code. The text names the field, what is
/// wrong and what is accepted, and never repeats the value.
public final class ProblemException extends ErrorResponseException {

    private static final long serialVersionUID = 1;

    /// Stable codes; also the last part of the problem's `type`.
    public enum Code {
        NOT_FOUND(HttpStatus.NOT_FOUND),
        INVALID_FIELD(HttpStatus.BAD_REQUEST),
        INVALID_CURSOR(HttpStatus.BAD_REQUEST),
        ALREADY_EXISTS(HttpStatus.CONFLICT),
        /// The state that the record is in does not allow it, or no longer.
        NOT_NOW(HttpStatus.CONFLICT),
        VERSION_MISSING(HttpStatus.PRECONDITION_REQUIRED),
        VERSION_CHANGED(HttpStatus.PRECONDITION_FAILED),
        NOT_ALLOWED(HttpStatus.FORBIDDEN),
        NOT_SIGNED_IN(HttpStatus.UNAUTHORIZED),
        TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS),
        /// The database or the journal is away; header `Retry-After` says when to try again.
        UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE),
        INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR);

        private final HttpStatus status;

        Code(HttpStatus status) {
            this.status = status;
        }

        public HttpStatus status() {
            return status;
        }
    }

    /// Of {@link Code#UNAVAILABLE}.
    static final String RETRY_AFTER_SECONDS = "5";

    private final Code code;

    /// @param detail of an invalid field: its name, a colon, what is accepted
    public ProblemException(Code code, String detail) {
        super(code.status, detail(code, detail), null);
        this.code = code;
        if (code == Code.UNAVAILABLE) {
            getHeaders().set("Retry-After", RETRY_AFTER_SECONDS);
        }
    }

    public Code code() {
        return code;
    }

    /// Name of the field that is invalid.
    public String field() {
        return String.valueOf(getBody().getDetail()).replaceAll("(?s)[,:].*", "");
    }

    /// The body of such an answer.
    static ProblemDetail detail(Code code, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(code.status, detail);
        problem.setType(
                java.net.URI.create(
                        "urn:manumit:problem:"
                                + code.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        problem.setProperty("code", code.name());
        return problem;
    }
}
