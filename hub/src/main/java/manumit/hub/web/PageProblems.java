package manumit.hub.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import manumit.hub.web.ProblemException.Code;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/// Every error of a page as a page. What is under `/api` stays a problem, see {@link Problems}.
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class PageProblems {

    private static final Logger LOG = LoggerFactory.getLogger(PageProblems.class);

    private final Frames frames;

    PageProblems(Frames frames) {
        this.frames = frames;
    }

    @ExceptionHandler
    Object denied(AccessDeniedException e, HttpServletRequest request) {
        return answer(request, Code.NOT_ALLOWED.status(), "");
    }

    /// An identifier in the path that is none.
    @ExceptionHandler
    Object mismatch(MethodArgumentTypeMismatchException e, HttpServletRequest request) {
        return answer(request, Code.NOT_FOUND.status(), "");
    }

    @ExceptionHandler
    Object refused(
            BadSqlGrammarException e, HttpServletRequest request, HttpServletResponse response) {
        return e.getSQLException() != null && "42501".equals(e.getSQLException().getSQLState())
                ? answer(request, Code.NOT_ALLOWED.status(), "")
                : fault(e, request, response);
    }

    /// The log has the kind of fault and a number, which the page repeats; no values.
    @ExceptionHandler
    Object fault(Exception e, HttpServletRequest request, HttpServletResponse response) {
        if (e instanceof ErrorResponse known) {
            if (known.getStatusCode().equals(Code.UNAVAILABLE.status())) {
                response.setHeader("Retry-After", ProblemException.RETRY_AFTER_SECONDS);
            }
            return answer(request, known.getStatusCode(), "");
        }
        if (DatabaseAway.isCauseOf(e)) {
            LOG.warn("the database is away");
            response.setHeader("Retry-After", ProblemException.RETRY_AFTER_SECONDS);
            return answer(request, Code.UNAVAILABLE.status(), "");
        }
        String number = UUID.randomUUID().toString();
        LOG.error(
                "fault {} of kind {} at {}",
                number,
                e.getClass().getName(),
                e.getStackTrace().length == 0 ? "unknown" : e.getStackTrace()[0]);
        return answer(request, Code.INTERNAL.status(), number);
    }

    private Object answer(HttpServletRequest request, HttpStatusCode status, String fault) {
        if (request.getRequestURI().startsWith("/api/")) {
            return ResponseEntity.status(status).body(ProblemDetail.forStatus(status));
        }
        ModelAndView page = new ModelAndView("error", status);
        page.addObject("status", status.value());
        page.addObject("fault", fault);
        try {
            page.addObject("frame", frames.around(request));
        } catch (RuntimeException unreachable) {
            LOG.warn("no frame around an error: {}", unreachable.getClass().getName());
        }
        return page;
    }
}
