package manumit.hub.signin;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.web.filter.OncePerRequestFilter;

/// How often one address may try to sign in, enrol or get a token: bursts of some, then a steady
/// rate. Kept in memory, per hub.
final class AttemptLimits extends OncePerRequestFilter {

    private static final int ADDRESSES = 100_000;

    private final LoadingCache<String, Bucket> buckets;

    /// @param perMinute attempts of one address, in a burst and on average
    AttemptLimits(int perMinute) {
        this.buckets =
                Caffeine.newBuilder()
                        .maximumSize(ADDRESSES)
                        .expireAfterAccess(Duration.ofMinutes(10))
                        .build(_ ->
                                Bucket.builder()
                                        .addLimit(limit ->
                                                limit.capacity(perMinute)
                                                        .refillGreedy(
                                                                perMinute, Duration.ofMinutes(1)))
                                        .build());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        boolean posted = "POST".equals(request.getMethod());
        boolean signsIn = path.equals("/sign-in") || path.startsWith("/sign-in/");
        return !(posted && (signsIn || path.equals("/oauth2/token")))
                && !path.startsWith("/enrol/");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (buckets.get(ClientAddress.of(request)).tryConsume(1)) {
            chain.doFilter(request, response);
        } else {
            response.setHeader("Retry-After", "60");
            response.sendError(429);
        }
    }
}
