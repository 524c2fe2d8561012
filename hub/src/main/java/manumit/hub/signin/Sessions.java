package manumit.hub.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import manumit.hub.journal.ActUnderWay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/// Begins the session of a user who proved who they are, by whichever way.
@Component
class Sessions {

    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

    private final SecurityContextRepository contexts;
    private final CsrfTokenRepository csrfTokens;

    Sessions(SecurityContextRepository contexts, CsrfTokenRepository csrfTokens) {
        this.contexts = contexts;
        this.csrfTokens = csrfTokens;
    }

    /// A new session with new identifiers: whoever knew the old session or token has nothing. Its
    /// age is the time since signing in. Its entry is in the journal before it begins.
    void begin(SignedIn user, HttpServletRequest request, HttpServletResponse response) {
        ActUnderWay.tell(act -> act.by(user.getPrincipal()).writeNow());
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        request.getSession(true);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(user);
        contexts.saveContext(context, request, response);
        csrfTokens.saveToken(null, request, response);
        csrfTokens.saveToken(csrfTokens.generateToken(request), request, response);
        LOG.info("user {} signed in", user.getName());
    }
}
