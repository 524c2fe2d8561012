package manumit.hub.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import manumit.hub.journal.ActUnderWay;
import manumit.hub.signin.IdentityProviders.MemberProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Service;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

/// Signing in at a member's own provider: OpenID Connect, code flow with PKCE, state and nonce.
///
/// The protocol is Spring Security's. Ours is who may come: a user of that member, made before,
/// whose provider says that it asked for a second factor.
@Service
class ProviderSignIn {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderSignIn.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    /// Signatures by a key pair only: with a shared secret a token could be forged by whoever has
    /// it.
    private static final Set<SignatureAlgorithm> SIGNATURES =
            Set.of(
                    SignatureAlgorithm.RS256,
                    SignatureAlgorithm.PS256,
                    SignatureAlgorithm.ES256,
                    SignatureAlgorithm.ES384);

    private final IdentityProviders providers;
    private final ProviderAddresses addresses;
    private final Standing standing;
    private final RestClient http;
    private final RestTemplate keys;

    ProviderSignIn(IdentityProviders providers, ProviderAddresses addresses, Standing standing) {
        this.providers = providers;
        this.addresses = addresses;
        this.standing = standing;
        JdkClientHttpRequestFactory requests =
                new JdkClientHttpRequestFactory(
                        HttpClient.newBuilder()
                                .followRedirects(HttpClient.Redirect.NEVER)
                                .connectTimeout(TIMEOUT)
                                .build());
        requests.setReadTimeout(TIMEOUT);
        this.keys = new RestTemplate(requests);
        this.http =
                RestClient.builder()
                        .requestFactory(requests)
                        .configureMessageConverters(converters -> {
                            converters.registerDefaults();
                            converters.addCustomConverter(new FormHttpMessageConverter());
                            converters.addCustomConverter(
                                    new OAuth2AccessTokenResponseHttpMessageConverter());
                        })
                        .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                        .build();
    }

    /// What was begun and waits for the provider's answer.
    ///
    /// @param memberCode whose provider
    /// @param request with state, nonce and the proof key
    record Begun(String memberCode, OAuth2AuthorizationRequest request)
            implements java.io.Serializable {
        private static final long serialVersionUID = 1;
    }

    /// Empty if the member has no provider, or it does not answer as one.
    Optional<Begun> begin(String memberCode, HttpServletRequest request) {
        return providers
                .find(memberCode)
                .flatMap(
                        provider -> registration(provider).map(found -> Map.entry(provider, found)))
                .map(found -> {
                    MemberProvider provider = found.getKey();
                    DefaultOAuth2AuthorizationRequestResolver resolver =
                            new DefaultOAuth2AuthorizationRequestResolver(_ -> found.getValue());
                    resolver.setAuthorizationRequestCustomizer(builder -> {
                        if (!provider.acr().isEmpty()) {
                            builder.additionalParameters(parameters ->
                                    parameters.put(
                                            "acr_values",
                                            String.join(
                                                    " ",
                                                    provider.acr().stream().sorted().toList())));
                        }
                    });
                    OAuth2AuthorizationRequest asked =
                            resolver.resolve(request, provider.member().toString());
                    return new Begun(memberCode, java.util.Objects.requireNonNull(asked));
                });
    }

    /// Empty if anything is wrong: state, code, signature, issuer, audience, nonce, time, second
    /// factor, no such user of that member, suspended.
    ///
    /// @param code null if the provider refused
    Optional<SignedIn> finish(
            Begun begun, @org.jspecify.annotations.Nullable String code, String state) {
        Optional<MemberProvider> provider = providers.find(begun.memberCode());
        Optional<ClientRegistration> registration = provider.flatMap(this::registration);
        if (code == null || registration.isEmpty()) {
            return Optional.empty();
        }
        try {
            OAuth2AuthorizationResponse answer =
                    OAuth2AuthorizationResponse.success(code)
                            .redirectUri(String.valueOf(begun.request().getRedirectUri()))
                            .state(state)
                            .build();
            var result =
                    protocol()
                            .authenticate(
                                    new OAuth2LoginAuthenticationToken(
                                            registration.get(),
                                            new OAuth2AuthorizationExchange(
                                                    begun.request(), answer)));
            return result != null && result.getPrincipal() instanceof OidcUser user
                    ? user(provider.get(), user.getIdToken())
                    : Optional.empty();
        } catch (AuthenticationException
                | OAuth2AuthorizationException
                | RestClientException
                | IllegalArgumentException e) {
            // Messages may hold claims.
            LOG.info(
                    "provider of member {} refused: {}",
                    provider.get().member(),
                    e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private OidcAuthorizationCodeAuthenticationProvider protocol() {
        RestClientAuthorizationCodeTokenResponseClient tokens =
                new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(http);
        OidcAuthorizationCodeAuthenticationProvider protocol =
                new OidcAuthorizationCodeAuthenticationProvider(
                        tokens, request -> new DefaultOidcUser(List.of(), request.getIdToken()));
        protocol.setJwtDecoderFactory(this::decoder);
        return protocol;
    }

    private JwtDecoder decoder(ClientRegistration registration) {
        NimbusJwtDecoder decoder =
                NimbusJwtDecoder.withJwkSetUri(
                                String.valueOf(registration.getProviderDetails().getJwkSetUri()))
                        .jwsAlgorithms(accepted -> accepted.addAll(SIGNATURES))
                        .restOperations(keys)
                        .build();
        decoder.setJwtValidator(new OidcIdTokenValidator(registration));
        return decoder;
    }

    private Optional<SignedIn> user(MemberProvider provider, OidcIdToken token) {
        if (!provedTwice(provider, token)) {
            LOG.info("provider of member {}: no second factor", provider.member());
            return Optional.empty();
        }
        boolean unverifiedMail =
                provider.nameClaim().equals("email")
                        && !Boolean.TRUE.equals(token.getEmailVerified());
        if (unverifiedMail
                || !(token.getClaims().get(provider.nameClaim()) instanceof String name)) {
            return Optional.empty();
        }
        Optional<UUID> user = providers.findUser(provider.member(), name);
        // Also of a suspended user: whose account was tried.
        user.ifPresent(id -> ActUnderWay.tell(act -> act.byUser(provider.member(), id)));
        return user.flatMap(standing::ofUser);
    }

    private static boolean provedTwice(MemberProvider provider, OidcIdToken token) {
        List<String> methods =
                token.getAuthenticationMethods() == null
                        ? List.of()
                        : token.getAuthenticationMethods();
        String level = token.getAuthenticationContextClass();
        return (provider.acr().isEmpty() || (level != null && provider.acr().contains(level)))
                && (provider.amr().isEmpty()
                        || methods.stream().anyMatch(provider.amr()::contains));
    }

    /// Asks the provider for its addresses each time, so that its changes need no restart here.
    private Optional<ClientRegistration> registration(MemberProvider provider) {
        String path =
                provider.issuer().replaceFirst("/$", "") + "/.well-known/openid-configuration";
        try {
            Map<String, Object> about =
                    http.get()
                            .uri(java.net.URI.create(path))
                            .retrieve()
                            .body(new ParameterizedTypeReference<Map<String, Object>>() {});
            if (about == null || !provider.issuer().equals(about.get("issuer"))) {
                LOG.warn("provider of member {} names another issuer", provider.member());
                return Optional.empty();
            }
            return addresses
                    .redirectUri()
                    .map(redirect ->
                            ClientRegistration.withRegistrationId(provider.member().toString())
                                    .clientId(provider.clientId())
                                    .clientSecret(provider.clientSecret())
                                    .clientAuthenticationMethod(
                                            ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                                    .authorizationGrantType(
                                            AuthorizationGrantType.AUTHORIZATION_CODE)
                                    .redirectUri(redirect.toString())
                                    .scope("openid", "profile", "email")
                                    .issuerUri(provider.issuer())
                                    .authorizationUri(address(about, "authorization_endpoint"))
                                    .tokenUri(address(about, "token_endpoint"))
                                    .jwkSetUri(address(about, "jwks_uri"))
                                    .build());
        } catch (RestClientException | OAuth2AuthorizationException | IllegalArgumentException e) {
            LOG.warn(
                    "provider of member {} does not answer as one: {}",
                    provider.member(),
                    e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private String address(Map<String, Object> about, String name) {
        if (about.get(name) instanceof String text && addresses.isAllowed(text)) {
            return text;
        }
        throw new IllegalArgumentException("no acceptable " + name);
    }
}
