package manumit.hub.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import manumit.hub.access.Acting;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Sessions of people who signed in to this hub. Others that share its database have their own; all
/// of a user's sessions, everywhere, are ended through the user's session epoch. Thread-safe.
@Component
class OpenSessions implements HttpSessionListener, HandlerInterceptor, WebMvcConfigurer {

    /// @param number names it to people; not the identifier that the browser holds, which is secret
    /// @param lastUsed time of its last request
    record Known(UUID number, UUID user, Instant since, Instant lastUsed, HttpSession session) {}

    /// Attribute of a session: its number.
    private static final String NUMBER = "manumit.session-number";

    private final Map<UUID, Known> known = new ConcurrentHashMap<>();
    private final Clock clock;

    OpenSessions(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        HttpSession session = request.getSession(false);
        if (session != null
                && signedIn != null
                && signedIn.getPrincipal() instanceof Acting acting
                && acting.kind() == Acting.Kind.USER) {
            use(session, acting.id());
        }
        return true;
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        if (event.getSession().getAttribute(NUMBER) instanceof UUID number) {
            known.remove(number);
        }
    }

    long count() {
        return known.size();
    }

    /// Of a user, the one used last first.
    List<Known> of(UUID user) {
        return known.values().stream()
                .filter(session -> session.user().equals(user))
                .sorted(Comparator.comparing(Known::lastUsed).reversed())
                .toList();
    }

    boolean isOf(HttpServletRequest request, Known one) {
        HttpSession session = request.getSession(false);
        return session != null && one.number().equals(session.getAttribute(NUMBER));
    }

    /// Ends it with the next request; nothing if it is over already.
    void end(Known one) {
        try {
            one.session().invalidate();
        } catch (IllegalStateException over) {
            known.remove(one.number());
        }
    }

    private void use(HttpSession session, UUID user) {
        UUID number =
                session.getAttribute(NUMBER) instanceof UUID given ? given : UUID.randomUUID();
        session.setAttribute(NUMBER, number);
        Instant now = clock.instant();
        known.merge(
                number,
                new Known(number, user, now, now, session),
                (before, fresh) ->
                        before.user().equals(user)
                                ? new Known(number, user, before.since(), now, session)
                                : fresh);
    }
}
