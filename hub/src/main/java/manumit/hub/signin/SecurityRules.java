package manumit.hub.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import manumit.hub.journal.JournaledDenials;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// Who gets as far as a handler; what each handler asks for is {@link manumit.hub.access.Needs}.
@Configuration(proxyBeanMethods = false)
class SecurityRules {

    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    /// What reads its body piece by piece and keeps none of it.
    private static final Set<String> STREAMED = Set.of("/api/v1/checks/bulk");

    @Bean
    PasswordEncoder passwordEncoder() {
        return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    }

    /// Timing each filter of each request costs more than the filters.
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityContextRepository securityContextRepository() {
        return new SessionContexts();
    }

    @Bean
    CsrfTokenRepository csrfTokenRepository(
            @Value("${server.servlet.session.cookie.secure}") boolean secure) {
        return new CsrfTokens(secure);
    }

    @Bean
    SecurityFilterChain rules(
            HttpSecurity http,
            Standing standing,
            SecurityContextRepository contexts,
            CsrfTokenRepository csrfTokens,
            Clock clock,
            JournaledDenials denials,
            @Value("${manumit.attempts-per-minute:20}") int attemptsPerMinute,
            @Value("${manumit.max-body-bytes:1048576}") long maxBodyBytes,
            @Value("${manumit.max-import-bytes:1073741824}") long maxImportBytes,
            @Value("${manumit.session-lifetime:12h}") Duration sessionLifetime) {
        http.authorizeHttpRequests(requests ->
                requests.requestMatchers(
                                "/sign-in",
                                "/preferences",
                                "/sign-in/**",
                                "/enrol/*",
                                "/oauth2/token",
                                "/error",
                                "/assets/**",
                                "/fonts/**",
                                "/webjars/**",
                                "/actuator/health/**",
                                "/actuator/health")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .access(LoopbackOnly.RULE)
                        .anyRequest()
                        .authenticated());
        http.securityContext(context -> context.securityContextRepository(contexts));
        http.sessionManagement(
                sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.IF_REQUIRED));
        http.csrf(csrf ->
                csrf.csrfTokenRepository(csrfTokens)
                        .requireCsrfProtectionMatcher(SecurityRules::needsCsrfToken));
        http.requestCache(cache -> cache.disable());
        http.anonymous(anonymous -> {});
        http.logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"));
        http.exceptionHandling(errors ->
                errors.authenticationEntryPoint(
                                (request, response, _) -> askToSignIn(request, response))
                        .accessDeniedHandler((request, response, _) -> {
                            denials.refusedByFilter(request);
                            refuse(request, response);
                        }));
        http.headers(headers ->
                headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)));
        http.addFilterBefore(
                new AttemptLimits(attemptsPerMinute), SecurityContextHolderFilter.class);
        http.addFilterBefore(
                new BodyLimit(maxBodyBytes, maxImportBytes, STREAMED), AttemptLimits.class);
        http.addFilterBefore(
                new StandingFilter(standing, clock, sessionLifetime), CsrfFilter.class);
        return http.build();
    }

    /// A browser does not add a bearer token by itself, so such a request cannot be forged by
    /// another site; nor can one that carries a machine's own secret.
    private static boolean needsCsrfToken(HttpServletRequest request) {
        return !SAFE.contains(request.getMethod())
                && StandingFilter.token(request).isEmpty()
                && !request.getRequestURI().equals("/oauth2/token");
    }

    private static void askToSignIn(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (isApi(request)) {
            response.setHeader("WWW-Authenticate", "Bearer");
            problem(response, HttpStatus.UNAUTHORIZED, "NOT_SIGNED_IN", "sign in, or send a token");
        } else {
            response.sendRedirect("/sign-in");
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (isApi(request)) {
            problem(
                    response,
                    HttpStatus.FORBIDDEN,
                    "NOT_ALLOWED",
                    "this needs a right, or a CSRF token, that the request does not have");
        } else {
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }

    static boolean isApi(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/api/") || path.startsWith("/match/");
    }

    /// Outside of Spring MVC, so written here; the same shape as {@code ProblemException}.
    static void problem(HttpServletResponse response, HttpStatus status, String code, String detail)
            throws IOException {
        String type = code.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream()
                .write(
                        ("{\"type\":\"urn:manumit:problem:"
                                        + type
                                        + "\",\"title\":\""
                                        + status.getReasonPhrase()
                                        + "\",\"status\":"
                                        + status.value()
                                        + ",\"detail\":\""
                                        + detail
                                        + "\",\"code\":\""
                                        + code
                                        + "\"}")
                                .getBytes(StandardCharsets.UTF_8));
    }
}
