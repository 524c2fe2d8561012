package manumit.hub.signin;

import org.apache.catalina.Globals;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/// For metrics: read by a collector on the same machine. A request that came through a proxy is not
/// from this machine, even if the proxy is.
final class LoopbackOnly {

    static final AuthorizationManager<RequestAuthorizationContext> RULE =
            (_, context) -> {
                var request = context.getRequest();
                String address = request.getRemoteAddr();
                boolean loopback =
                        address.startsWith("127.")
                                || address.equals("::1")
                                || address.equals("0:0:0:0:0:0:0:1");
                boolean proxied =
                        request.getHeader("X-Forwarded-For") != null
                                || request.getHeader("Forwarded") != null
                                // Tomcat takes the headers away once it has believed them.
                                || request.getAttribute(Globals.REQUEST_FORWARDED_ATTRIBUTE)
                                        != null;
                return new AuthorizationDecision(loopback && !proxied);
            };

    private LoopbackOnly() {}
}
