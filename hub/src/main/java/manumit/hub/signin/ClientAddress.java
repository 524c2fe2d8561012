package manumit.hub.signin;

import jakarta.servlet.http.HttpServletRequest;

/// Whom to count attempts for: the network address, and of IPv6 the first 64 bits, since whoever
/// has one address there has all of them.
final class ClientAddress {

    private static final int IPV6_GROUPS = 4;

    private ClientAddress() {}

    static String of(HttpServletRequest request) {
        return of(request.getRemoteAddr());
    }

    /// @param address as Tomcat writes it: all eight groups of IPv6, none shortened to `::`
    static String of(String address) {
        String[] groups = address.split(":", -1);
        return groups.length < 8
                ? address
                : String.join(":", java.util.Arrays.copyOf(groups, IPV6_GROUPS));
    }
}
