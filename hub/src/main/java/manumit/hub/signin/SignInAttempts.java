package manumit.hub.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import manumit.hub.database.ActingTransaction;
import org.springframework.stereotype.Service;

/// Slows guessing down without letting anybody lock a user out.
///
/// Each address waits longer with each failure at a user. All addresses together that never signed
/// this user in have {@link #STRANGERS_PER_HOUR} failures an hour; then only addresses that did are
/// heard. So a guesser with many addresses gets nowhere, and the user comes in from where they
/// usually work.
@Service
class SignInAttempts {

    /// Failures of one address that cost no wait.
    static final int FREE = 4;

    /// The wait after the next one; doubled with each.
    static final Duration FIRST_WAIT = Duration.ofSeconds(15);

    static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    static final int STRANGERS_PER_HOUR = 50;

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofDays(90);

    private final ActingTransaction transactions;
    private final Clock clock;

    SignInAttempts(ActingTransaction transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @param failures of one address, since its last success
    static Duration waitAfter(int failures) {
        if (failures <= FREE) {
            return Duration.ZERO;
        }
        int doublings = Math.min(failures - FREE - 1, 10);
        Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    /// Whether to listen to that address about that user now.
    boolean mayTry(UUID user, String address) {
        OffsetDateTime now = now();
        return transactions.asSignIn(sql ->
                sql.sql(
                                """
                                SELECT COALESCE(a.wait_until <= :now, true)
                                   AND (a.last_success_at IS NOT NULL
                                        OR c.failures < :strangers
                                        OR c.failures_since < :hour_ago)
                                FROM manumit.credentials c
                                LEFT JOIN manumit.sign_in_attempts a
                                    ON a.user_id = c.user_id AND a.address_hash = :address
                                WHERE c.user_id = :user
                                """)
                        .param("now", now)
                        .param("strangers", STRANGERS_PER_HOUR)
                        .param("hour_ago", now.minus(HOUR))
                        .param("address", hash(user, address))
                        .param("user", user)
                        .query(Boolean.class)
                        .single());
    }

    void failed(UUID user, String address) {
        OffsetDateTime now = now();
        byte[] hash = hash(user, address);
        transactions.asSignIn(sql -> {
            int failures =
                    sql.sql(
                                    """
                                    INSERT INTO manumit.sign_in_attempts AS a
                                        (user_id, address_hash, failures, last_at)
                                    VALUES (:user, :address, 1, :now)
                                    ON CONFLICT (user_id, address_hash) DO UPDATE
                                    SET failures = a.failures + 1, last_at = :now
                                    RETURNING failures
                                    """)
                            .param("user", user)
                            .param("address", hash)
                            .param("now", now)
                            .query(Integer.class)
                            .single();
            Duration wait = waitAfter(failures);
            sql.sql(
                            """
                            UPDATE manumit.sign_in_attempts SET wait_until = :until
                            WHERE user_id = :user AND address_hash = :address
                            """)
                    .param(
                            "until",
                            wait.isZero() ? null : now.plus(wait),
                            Types.TIMESTAMP_WITH_TIMEZONE)
                    .param("user", user)
                    .param("address", hash)
                    .update();
            return sql.sql(
                            """
                            UPDATE manumit.credentials c
                            SET failures = CASE WHEN failures_since > :hour_ago
                                                THEN failures + 1 ELSE 1 END,
                                failures_since = CASE WHEN failures_since > :hour_ago
                                                      THEN failures_since ELSE :now END
                            WHERE user_id = :user
                              AND NOT EXISTS (
                                  SELECT FROM manumit.sign_in_attempts a
                                  WHERE a.user_id = c.user_id AND a.address_hash = :address
                                    AND a.last_success_at IS NOT NULL)
                            """)
                    .param("hour_ago", now.minus(HOUR))
                    .param("now", now)
                    .param("user", user)
                    .param("address", hash)
                    .update();
        });
    }

    void succeeded(UUID user, String address) {
        OffsetDateTime now = now();
        transactions.asSignIn(sql -> {
            sql.sql("DELETE FROM manumit.sign_in_attempts WHERE last_at < :old")
                    .param("old", now.minus(KEPT))
                    .update();
            return sql.sql(
                            """
                            INSERT INTO manumit.sign_in_attempts
                                (user_id, address_hash, last_at, last_success_at)
                            VALUES (:user, :address, :now, :now)
                            ON CONFLICT (user_id, address_hash) DO UPDATE
                            SET failures = 0, wait_until = NULL, last_at = :now,
                                last_success_at = :now
                            """)
                    .param("user", user)
                    .param("address", hash(user, address))
                    .param("now", now)
                    .update();
        });
    }

    private OffsetDateTime now() {
        Instant now = clock.instant();
        return now.atOffset(ZoneOffset.UTC);
    }

    private static byte[] hash(UUID user, String address) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((user + " " + address).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
