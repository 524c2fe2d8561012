package manumit.hub.signin;

import java.util.Objects;
import manumit.hub.access.Acting;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/// Spring Security's view of somebody who signed in. The principal is the {@link Acting}.
final class SignedIn extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final Acting acting;
    private final long sessionEpoch;

    /// @param sessionEpoch of the user when signing in; a later one ends the session
    SignedIn(Acting acting, long sessionEpoch) {
        super(
                AuthorityUtils.createAuthorityList(
                        acting.rights().stream().map(Enum::name).sorted().toList()));
        this.acting = acting;
        this.sessionEpoch = sessionEpoch;
        setAuthenticated(true);
    }

    long sessionEpoch() {
        return sessionEpoch;
    }

    @Override
    public Acting getPrincipal() {
        return acting;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public String getName() {
        return acting.id().toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn that
                && acting.equals(that.acting)
                && sessionEpoch == that.sessionEpoch;
    }

    @Override
    public int hashCode() {
        return Objects.hash(acting, sessionEpoch);
    }
}
