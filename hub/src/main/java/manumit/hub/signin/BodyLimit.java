package manumit.hub.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses requests whose body is too long before anything of it is read, and those that do not say
/// how long it is.
final class BodyLimit extends OncePerRequestFilter {

    private final long maxBytes;
    private final long maxImportBytes;
    private final Set<String> streamed;

    /// @param maxImportBytes for files, which are written to disk as they come
    /// @param streamed paths that read their body piece by piece, however long
    BodyLimit(long maxBytes, long maxImportBytes, Set<String> streamed) {
        this.maxBytes = maxBytes;
        this.maxImportBytes = maxImportBytes;
        this.streamed = Set.copyOf(streamed);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return streamed.contains(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long most = request.getRequestURI().endsWith("/import") ? maxImportBytes : maxBytes;
        if (request.getHeader("Transfer-Encoding") != null) {
            refuse(
                    request,
                    response,
                    HttpStatus.LENGTH_REQUIRED,
                    "LENGTH_MISSING",
                    "say the length of the body: Content-Length");
        } else if (request.getContentLengthLong() > most) {
            refuse(
                    request,
                    response,
                    HttpStatus.CONTENT_TOO_LARGE,
                    "BODY_TOO_LONG",
                    "at most " + most + " bytes");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void refuse(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            String code,
            String detail)
            throws IOException {
        // What the other end still sends is not read.
        response.setHeader("Connection", "close");
        if (SecurityRules.isApi(request)) {
            SecurityRules.problem(response, status, code, detail);
        } else {
            response.sendError(status.value());
        }
    }
}
