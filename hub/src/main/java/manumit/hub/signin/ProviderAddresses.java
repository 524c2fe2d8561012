package manumit.hub.signin;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Which addresses of a provider the hub talks to, and where a provider sends people back to.
@Component
class ProviderAddresses {

    static final String CALLBACK = "/sign-in/provider/callback";

    private final PublicAddress address;

    ProviderAddresses(PublicAddress address) {
        this.address = address;
    }

    Optional<URI> redirectUri() {
        return address.origin().map(origin -> origin.resolve(CALLBACK));
    }

    /// HTTPS; a hub that itself is on this machine only may have its provider there too.
    boolean isAllowed(String text) {
        try {
            URI uri = new URI(text);
            boolean here =
                    address.origin().map(URI::getScheme).filter("http"::equals).isPresent()
                            && "http".equals(uri.getScheme())
                            && "127.0.0.1".equals(uri.getHost());
            return uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getFragment() == null
                    && ("https".equals(uri.getScheme()) || here);
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
