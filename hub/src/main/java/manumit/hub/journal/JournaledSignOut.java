package manumit.hub.journal;

import manumit.hub.access.Acting;
import manumit.hub.access.Purpose;
import manumit.journal.ActKind;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.stereotype.Component;

/// Signing out is done by a filter of Spring Security, which tells by an event.
@Component
class JournaledSignOut {

    private static final ActDescription DESCRIPTION =
            new ActDescription(ActKind.SESSION, "session.sign-out", Purpose.ADMINISTRATION, false);

    private final JournaledHandlers handlers;

    JournaledSignOut(JournaledHandlers handlers) {
        this.handlers = handlers;
    }

    @EventListener
    void signedOut(LogoutSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof Acting acting) {
            handlers.begin(DESCRIPTION).by(acting).writeNow();
        }
    }
}
