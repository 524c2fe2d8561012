package manumit.hub.signin;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Where people reach the hub with their browsers: what passkeys are bound to and where providers
/// of identity send people back to. Given by `--address`; without it, and without TLS or a proxy,
/// `http://localhost` with the port.
@Component
public class PublicAddress {

    /// Name of the setting.
    public static final String SETTING = "manumit.address";

    private final Environment environment;

    PublicAddress(Environment environment) {
        this.environment = environment;
    }

    /// Scheme, host and port, in the form that browsers send as an origin.
    ///
    /// @throws IllegalArgumentException with the remedy, if the text is no such address
    public static URI parse(String text) {
        String accepted =
                "--address: give https://HOST or https://HOST:PORT, without a path; http only for"
                        + " localhost";
        URI given;
        try {
            given = new URI(text.strip().toLowerCase(Locale.ROOT));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(accepted, e);
        }
        String scheme = given.getScheme();
        String host = given.getHost();
        boolean secure = "https".equals(scheme);
        boolean local = "http".equals(scheme) && "localhost".equals(host);
        boolean bare =
                host != null
                        && given.getUserInfo() == null
                        && given.getQuery() == null
                        && given.getFragment() == null
                        && (given.getPath().isEmpty() || given.getPath().equals("/"));
        if (!bare || !(secure || local)) {
            throw new IllegalArgumentException(accepted);
        }
        int usual = secure ? 443 : 80;
        String port = given.getPort() < 0 || given.getPort() == usual ? "" : ":" + given.getPort();
        return URI.create(scheme + "://" + host + port);
    }

    /// Empty if nobody said it and it cannot be known.
    public Optional<URI> origin() {
        String given = environment.getProperty(SETTING, "");
        if (!given.isEmpty()) {
            return Optional.of(parse(given));
        }
        boolean elsewhere =
                environment.getProperty(
                        "server.servlet.session.cookie.secure", boolean.class, true);
        String port = environment.getProperty("local.server.port", "");
        return elsewhere || port.isEmpty()
                ? Optional.empty()
                : Optional.of(parse("http://localhost:" + port));
    }
}
