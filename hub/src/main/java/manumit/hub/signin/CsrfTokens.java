package manumit.hub.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

/// Where the token against forged requests is kept: with the session of who signed in, in a cookie
/// for everybody else, so that looking at the sign-in page makes no session.
final class CsrfTokens implements CsrfTokenRepository {

    private final HttpSessionCsrfTokenRepository session = new HttpSessionCsrfTokenRepository();
    private final CookieCsrfTokenRepository cookie = new CookieCsrfTokenRepository();

    /// @param secure whether the hub is reached by TLS; other hosts of the domain can then not set
    ///   the cookie
    CsrfTokens(boolean secure) {
        cookie.setCookieName(secure ? "__Host-manumit-csrf" : "manumit-csrf");
        cookie.setHeaderName("X-CSRF-TOKEN");
        cookie.setCookiePath("/");
        cookie.setCookieCustomizer(
                builder -> builder.secure(secure).httpOnly(true).sameSite("Lax"));
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return isSignedIn(request) ? session.generateToken(request) : cookie.generateToken(request);
    }

    @Override
    public void saveToken(
            @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (token == null) {
            session.saveToken(null, request, response);
            cookie.saveToken(null, request, response);
        } else if (isSignedIn(request)) {
            session.saveToken(token, request, response);
        } else {
            cookie.saveToken(token, request, response);
        }
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return isSignedIn(request) ? session.loadToken(request) : cookie.loadToken(request);
    }

    private static boolean isSignedIn(HttpServletRequest request) {
        HttpSession existing = request.getSession(false);
        return existing != null
                && existing.getAttribute(
                                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                        != null;
    }
}
