package manumit.hub.signin;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import manumit.hub.access.Needs;
import manumit.hub.access.Right;
import manumit.hub.database.ActingTransaction;
import manumit.hub.signin.IdentityProviders.MemberProvider;
import manumit.hub.web.ProblemException;
import manumit.hub.web.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The identity provider of the own member. Its users then sign in there; users are still made and
/// suspended here.
@RestController
@RequestMapping("/api/v1/identity-provider")
class IdentityProviderApi {

    private final IdentityProviders providers;
    private final ProviderAddresses addresses;

    IdentityProviderApi(IdentityProviders providers, ProviderAddresses addresses) {
        this.providers = providers;
        this.addresses = addresses;
    }

    /// @param redirectUri to register with the provider; null if the hub does not know its address
    record Shown(
            UUID member,
            String issuer,
            String clientId,
            String nameClaim,
            Set<String> acr,
            Set<String> amr,
            @Nullable URI redirectUri,
            long version) {}

    /// @param clientSecret null to keep the one before
    /// @param acr accepted values of the claim `acr`
    /// @param amr of which the claim `amr` must hold one; one of the two lists says what shows a
    ///   second factor
    record Wanted(
            @NotNull @Size(min = 1, max = 500) String issuer,
            @NotNull @Size(min = 1, max = 200) String clientId,
            @Nullable @Size(min = 1, max = 500) String clientSecret,
            @NotNull @Pattern(regexp = "[A-Za-z0-9_.:/-]{1,100}") String nameClaim,
            @Nullable Set<@NotNull @Size(min = 1, max = 200) String> acr,
            @Nullable Set<@NotNull @Size(min = 1, max = 200) String> amr) {
        @Override
        public String toString() {
            return "Wanted";
        }
    }

    @GetMapping
    @Needs(Right.READ_USERS)
    ResponseEntity<Shown> get() {
        Shown shown = shown(providers.findOwn().orElseThrow(Versions::notFound));
        return Versions.answer(shown, shown.version());
    }

    /// Sets it, or changes it from the version in `If-Match`.
    @PutMapping
    @Needs(Right.ADMINISTER_USERS)
    ResponseEntity<Shown> set(
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Wanted wanted) {
        Optional<MemberProvider> before = providers.findOwn();
        MemberProvider provider = provider(wanted, before, ifMatch);
        if (before.isPresent()) {
            providers.change(provider);
        } else {
            providers.add(provider);
        }
        return get();
    }

    @DeleteMapping
    @Needs(Right.ADMINISTER_USERS)
    ResponseEntity<Void> remove() {
        if (!providers.removeOwn()) {
            throw Versions.notFound();
        }
        return ResponseEntity.noContent().build();
    }

    private MemberProvider provider(
            Wanted wanted, Optional<MemberProvider> before, @Nullable String ifMatch) {
        String secret =
                wanted.clientSecret() != null
                        ? wanted.clientSecret()
                        : before.map(MemberProvider::clientSecret)
                                .orElseThrow(() -> invalid("clientSecret: give it once"));
        Set<String> acr = wanted.acr() == null ? Set.of() : wanted.acr();
        Set<String> amr = wanted.amr() == null ? Set.of() : wanted.amr();
        if (acr.isEmpty() && amr.isEmpty()) {
            throw invalid(
                    "acr, amr: say by which values the provider shows that it asked for a second"
                            + " factor, for example amr mfa");
        }
        if (!addresses.isAllowed(wanted.issuer())) {
            throw invalid("issuer: an address that begins with https://");
        }
        return new MemberProvider(
                ActingTransaction.signedIn().member(),
                wanted.issuer(),
                wanted.clientId(),
                secret,
                wanted.nameClaim(),
                acr,
                amr,
                before.isPresent() ? Versions.expected(ifMatch) : 1);
    }

    private static ProblemException invalid(String detail) {
        return new ProblemException(ProblemException.Code.INVALID_FIELD, detail);
    }

    private Shown shown(MemberProvider provider) {
        return new Shown(
                provider.member(),
                provider.issuer(),
                provider.clientId(),
                provider.nameClaim(),
                provider.acr(),
                provider.amr(),
                addresses.redirectUri().orElse(null),
                provider.version());
    }
}
