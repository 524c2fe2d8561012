package manumit.hub.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Says who makes a request: the machine of the bearer token, or the user of the session, with the
/// standing of this moment. A token that is not accepted is refused, whatever the session.
final class StandingFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final Standing standing;
    private final Clock clock;
    private final Duration lifetime;

    /// @param lifetime of a session, however busy it is
    StandingFilter(Standing standing, Clock clock, Duration lifetime) {
        this.standing = standing;
        this.clock = clock;
        this.lifetime = lifetime;
    }

    /// The token of a request that comes with one.
    static Optional<String> token(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.of(header.substring(BEARER.length()).strip())
                : Optional.empty();
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> token = token(request);
        if (token.isPresent()) {
            act(standing.ofToken(token.get(), ClientCertificate.of(request)).orElse(null));
        } else if (SecurityContextHolder.getContext().getAuthentication()
                instanceof SignedIn before) {
            SignedIn now = standing.ofUser(before.getPrincipal().id()).orElse(null);
            HttpSession session = request.getSession(false);
            if (now == null || now.sessionEpoch() != before.sessionEpoch() || isOver(session)) {
                if (session != null) {
                    session.invalidate();
                }
                now = null;
            }
            act(now);
        }
        chain.doFilter(request, response);
    }

    /// A session begins when somebody signs in.
    private boolean isOver(@Nullable HttpSession session) {
        return session == null
                || !clock.instant()
                        .isBefore(Instant.ofEpochMilli(session.getCreationTime()).plus(lifetime));
    }

    private static void act(@Nullable SignedIn actor) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(actor);
        SecurityContextHolder.setContext(context);
    }
}
