package manumit.hub.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.filter.OncePerRequestFilter;

/// Says plainly that the database is away, also where a request did not get as far as a handler:
/// already asking who it comes from needs the database.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class DatabaseAway extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseAway.class);

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            ProblemException.Code code = ProblemException.Code.UNAVAILABLE;
            if (response.isCommitted() || !(isCauseOf(e) || isUnavailable(e))) {
                throw e;
            }
            LOG.warn("the database is away");
            response.reset();
            response.setHeader("Retry-After", ProblemException.RETRY_AFTER_SECONDS);
            response.setStatus(code.status().value());
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream()
                    .write(
                            ("{\"type\":\"urn:manumit:problem:unavailable\",\"title\":\"Service"
                                            + " Unavailable\",\"status\":503,\"detail\":\""
                                            + problem(e).getDetail()
                                            + "\",\"code\":\"UNAVAILABLE\"}")
                                    .getBytes(StandardCharsets.UTF_8));
        }
    }

    private static boolean isUnavailable(Throwable e) {
        return e instanceof ProblemException problem
                && problem.code() == ProblemException.Code.UNAVAILABLE;
    }

    /// Does this come from a database that cannot be reached, broke off or has no room?
    static boolean isCauseOf(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotCreateTransactionException
                    || cause instanceof DataAccessResourceFailureException
                    || cause instanceof TransactionSystemException) {
                return true;
            }
        }
        return false;
    }

    /// What to do about it. A commit that broke off may have been carried out.
    static ProblemDetail problem(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransactionSystemException) {
                return ProblemException.detail(
                        ProblemException.Code.UNAVAILABLE,
                        "the database broke off while finishing; look whether it was done before"
                                + " you repeat it");
            }
        }
        return ProblemException.detail(
                ProblemException.Code.UNAVAILABLE,
                "the database cannot be used now; nothing was done, try again later");
    }
}
