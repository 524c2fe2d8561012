package manumit.hub.journal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import manumit.hub.access.Acting;
import manumit.hub.access.Purpose;
import manumit.journal.ActKind;
import manumit.journal.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/// Journals what was refused before it came to a handler, before the refusal is answered. As a
/// resolver of exceptions it resolves nothing.
///
/// What is refused since nobody signed in is no act: there is nobody who did it.
@Component
public class JournaledDenials implements HandlerExceptionResolver, Ordered {

    private static final String REQUEST_REFUSED = "request.refused";

    private final JournaledHandlers handlers;

    JournaledDenials(JournaledHandlers handlers) {
        this.handlers = handlers;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Object handler,
            Exception failure) {
        if (failure instanceof AccessDeniedException
                && handler instanceof HandlerMethod method
                && JournaledHandlers.isOurs(method)) {
            ActDescription.find(method.getMethod())
                    .ifPresent(description -> write(request, description));
        }
        return null;
    }

    /// For what a filter refuses, such as a change without the CSRF token.
    public void refusedByFilter(HttpServletRequest request) {
        write(
                request,
                new ActDescription(
                        ActKind.SESSION, REQUEST_REFUSED, Purpose.ADMINISTRATION, false));
    }

    private void write(HttpServletRequest request, ActDescription description) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null
                && authentication.getPrincipal() instanceof Acting
                && JournaledHandlers.isFirstEntry(request)) {
            handlers.begin(description).fail(Outcome.DENIED, "NOT_ALLOWED");
        }
    }
}
