package manumit.hub.signin;

import java.util.stream.Stream;
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
                // Tomcat takes X-Forwarded-For away once it has believed it; the others stay.
                boolean proxied =
                        Stream.of(
                                        "X-Forwarded-For",
                                        "X-Forwarded-Proto",
                                        "X-Forwarded-Host",
                                        "Forwarded")
                                .anyMatch(name -> request.getHeader(name) != null);
                return new AuthorizationDecision(loopback && !proxied);
            };

    private LoopbackOnly() {}
}
