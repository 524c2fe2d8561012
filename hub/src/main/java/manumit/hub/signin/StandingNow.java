package manumit.hub.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.function.Supplier;
import manumit.hub.access.Acting;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/// For requests that last, such as streams: whether whoever made one may still act.
@Component
public class StandingNow {

    private final Standing standing;

    StandingNow(Standing standing) {
        this.standing = standing;
    }

    /// To be asked from time to time; empty once the session or the token is over, or its actor
    /// suspended. Asking does not keep a session alive.
    public Supplier<Optional<Acting>> of(HttpServletRequest request) {
        Optional<String> token = StandingFilter.token(request);
        if (token.isPresent()) {
            Optional<ClientCertificate> certificate = ClientCertificate.of(request);
            return () -> standing.ofToken(token.get(), certificate).map(SignedIn::getPrincipal);
        }
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        HttpSession session = request.getSession(false);
        return () ->
                authentication instanceof SignedIn before && isOpen(session)
                        ? standing.ofUser(before.getPrincipal().id())
                                .filter(now -> now.sessionEpoch() == before.sessionEpoch())
                                .map(SignedIn::getPrincipal)
                        : Optional.empty();
    }

    private static boolean isOpen(@org.jspecify.annotations.Nullable HttpSession session) {
        try {
            return session != null && session.getCreationTime() > 0;
        } catch (IllegalStateException over) {
            return false;
        }
    }
}
