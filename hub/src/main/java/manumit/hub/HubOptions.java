package manumit.hub;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import manumit.hub.database.DatabaseServer;
import manumit.hub.database.HubStartException;
import manumit.hub.signin.PublicAddress;
import org.jspecify.annotations.Nullable;

/// How to run a hub.
///
/// @param data folder for the database, keys and logs; made if absent
/// @param server PostgreSQL to use; null for the embedded one
/// @param port TCP port, 0 for any free one
/// @param bind address to listen on
/// @param behindProxy a proxy in front of the hub terminates TLS
/// @param tls certificate and key in PEM; null for plain HTTP
/// @param settings further Spring settings, they win over the built-in ones
public record HubOptions(
        Path data,
        @Nullable DatabaseServer server,
        int port,
        InetAddress bind,
        boolean behindProxy,
        @Nullable Tls tls,
        Map<String, String> settings) {

    /// Setting of a hub with invented people, where anybody signs in as anybody.
    public static final String DEMO = "manumit.demo";

    /// @param certificate chain in PEM
    /// @param key private key in PEM
    /// @param clientAuthorities authorities whose client certificates are accepted; null for none
    public record Tls(Path certificate, Path key, @Nullable Path clientAuthorities) {}

    public HubOptions {
        settings = Map.copyOf(settings);
        if (port < 0 || port > 65_535) {
            throw new HubStartException(
                    HubStartException.Code.BAD_OPTION, "--port must be from 0 to 65535");
        }
        String address = settings.get(PublicAddress.SETTING);
        if (address != null) {
            try {
                PublicAddress.parse(address);
            } catch (IllegalArgumentException e) {
                throw new HubStartException(
                        HubStartException.Code.BAD_OPTION, String.valueOf(e.getMessage()), e);
            }
        }
        if (settings.containsKey(DEMO) && (!bind.isLoopbackAddress() || behindProxy)) {
            throw new HubStartException(
                    HubStartException.Code.BAD_OPTION,
                    "a demo lets anybody sign in as anybody, so it listens on this machine only");
        }
        if (!bind.isLoopbackAddress() && tls == null && !behindProxy) {
            throw new HubStartException(
                    HubStartException.Code.BAD_OPTION,
                    "refusing to listen beyond this machine without TLS; give --tls-certificate"
                            + " and --tls-key, or --behind-proxy if a proxy terminates TLS");
        }
    }

    /// The address for people, for messages.
    public String address(int actualPort) {
        String given = settings.get(PublicAddress.SETTING);
        if (given != null) {
            return PublicAddress.parse(given).toString();
        }
        String host = bind.getHostAddress();
        return (tls == null ? "http" : "https")
                + "://"
                + (host.indexOf(':') >= 0 ? "[" + host + "]" : host)
                + ":"
                + actualPort;
    }

    List<String> tlsSettings() {
        if (tls == null) {
            return List.of();
        }
        Path authorities = tls.clientAuthorities();
        List<String> own =
                List.of(
                        "server.ssl.certificate=" + tls.certificate().toUri(),
                        "server.ssl.certificate-private-key=" + tls.key().toUri());
        if (authorities == null) {
            return own;
        }
        return List.of(
                own.get(0),
                own.get(1),
                "server.ssl.client-auth=want",
                "server.ssl.trust-certificate=" + authorities.toUri());
    }
}
