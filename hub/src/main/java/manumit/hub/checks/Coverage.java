package manumit.hub.checks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import manumit.hub.access.Acting;
import manumit.hub.checks.OwnPosts.Post;
import manumit.hub.database.ActingTransaction;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Service;

/// How much is checked at the own member's posts, and which of them are silent: a post that makes
/// no checks is itself an alarm.
@Service
class Coverage {

    static final int HOURS = 24;

    /// Days looked back at to know what is usual at a post.
    private static final int DAYS = 7;

    private static final long DEFAULT_SILENT_HOURS = 2;

    private final ActingTransaction transactions;
    private final OwnPosts posts;
    private final Environment settings;
    private final Clock clock;

    Coverage(ActingTransaction transactions, OwnPosts posts, Environment settings, Clock clock) {
        this.transactions = transactions;
        this.posts = posts;
        this.settings = settings;
        this.clock = clock;
    }

    /// How it is at a post.
    public enum State {
        /// No checks for too long, at a time when there usually are some.
        SILENT,
        ACTIVE,
        /// No checks for a while, as usual at this time.
        QUIET,
        /// Never a check.
        NEVER
    }

    /// One post.
    ///
    /// @param name empty: checks at no post
    /// @param kind such as `AIRPORT`; empty: at no post
    /// @param hours checks of each of the last 24 hours, the present one last
    /// @param lastAt null: never
    /// @param silentHours full hours since the last check
    public record PostCoverage(
            UUID id,
            String name,
            String kind,
            List<Long> hours,
            long total,
            @Nullable Instant lastAt,
            long silentHours,
            State state) {

        public PostCoverage {
            hours = List.copyOf(hours);
        }

        public @Nullable OffsetDateTime lastMoment() {
            return lastAt == null ? null : lastAt.atOffset(ZoneOffset.UTC);
        }

        /// Height of each bar, 0 to 32.
        public List<Long> bars() {
            long most = hours.stream().mapToLong(Long::longValue).max().orElse(0);
            return hours.stream()
                    .map(checks -> checks == 0 ? 0 : Math.max(2, checks * 32 / most))
                    .toList();
        }
    }

    private record Hour(Instant hour, long checks, Instant lastAt) {}

    /// Silent posts first, then by name.
    List<PostCoverage> of(Acting acting) {
        Instant now = clock.instant();
        Map<UUID, List<Hour>> counts = counts(acting, now.minus(Duration.ofDays(DAYS + 1)));
        List<PostCoverage> all = new ArrayList<>();
        for (Post post : posts.list(acting)) {
            all.add(
                    coverage(
                            post.id(),
                            post.name(),
                            post.kind(),
                            counts.getOrDefault(post.id(), List.of()),
                            now));
        }
        List<Hour> elsewhere = counts.get(CheckRows.NO_POST);
        if (elsewhere != null) {
            all.add(coverage(CheckRows.NO_POST, "", "", elsewhere, now));
        }
        all.sort(java.util.Comparator.comparing(PostCoverage::state));
        return all;
    }

    private Map<UUID, List<Hour>> counts(Acting acting, Instant since) {
        Map<UUID, List<Hour>> counts = new HashMap<>();
        return transactions.as(
                acting,
                sql -> {
                    sql.sql(
                                    """
                                    SELECT post, hour, checks, last_at FROM manumit.check_counts
                                    WHERE member = :member AND hour >= :since
                                    UNION ALL
                                    SELECT post, max(hour), 0, max(last_at) FROM manumit.check_counts
                                    WHERE member = :member AND hour < :since GROUP BY post
                                    """)
                            .param("member", acting.member())
                            .param("since", since.atOffset(ZoneOffset.UTC))
                            .query((row, _) ->
                                    counts.computeIfAbsent(
                                                    row.getObject("post", UUID.class),
                                                    _ -> new ArrayList<>())
                                            .add(
                                                    new Hour(
                                                            row.getObject(
                                                                            "hour",
                                                                            OffsetDateTime.class)
                                                                    .toInstant(),
                                                            row.getLong("checks"),
                                                            row.getObject(
                                                                            "last_at",
                                                                            OffsetDateTime.class)
                                                                    .toInstant())))
                            .list();
                    return counts;
                });
    }

    private PostCoverage coverage(
            UUID id, String name, String kind, List<Hour> counts, Instant now) {
        Instant present = now.truncatedTo(ChronoUnit.HOURS);
        Long[] hours = new Long[HOURS];
        java.util.Arrays.fill(hours, 0L);
        Instant last = null;
        for (Hour one : counts) {
            long ago = Duration.between(one.hour(), present).toHours();
            if (ago >= 0 && ago < HOURS) {
                hours[HOURS - 1 - (int) ago] += one.checks();
            }
            if (last == null || one.lastAt().isAfter(last)) {
                last = one.lastAt();
            }
        }
        long silent = last == null ? 0 : Duration.between(last, now).toHours();
        long limit = silentHours(kind);
        State state;
        if (last == null) {
            state = State.NEVER;
        } else if (silent < limit) {
            state = State.ACTIVE;
        } else {
            state =
                    !kind.isEmpty() && isUsuallyActive(counts, now, limit)
                            ? State.SILENT
                            : State.QUIET;
        }
        List<Long> listed = List.of(hours);
        return new PostCoverage(
                id,
                name,
                kind,
                listed,
                listed.stream().mapToLong(Long::longValue).sum(),
                last,
                silent,
                state);
    }

    /// In the same hours of the days before there were checks on at least half of the days since
    /// the post began; on its first day it should simply go on.
    private static boolean isUsuallyActive(List<Hour> counts, Instant now, long limitHours) {
        Instant first =
                counts.stream()
                        .map(Hour::hour)
                        .min(java.util.Comparator.naturalOrder())
                        .orElse(now);
        long days = Math.min(DAYS, Duration.between(first, now).toDays());
        if (days == 0) {
            return true;
        }
        int active = 0;
        for (int day = 1; day <= days; day++) {
            Instant until = now.minus(Duration.ofDays(day));
            Instant from = until.minus(Duration.ofHours(limitHours));
            boolean checked =
                    counts.stream()
                            .anyMatch(one ->
                                    one.checks() > 0
                                            && one.hour().plus(1, ChronoUnit.HOURS).isAfter(from)
                                            && one.hour().isBefore(until));
            active += checked ? 1 : 0;
        }
        return 2L * active >= days;
    }

    /// Setting `manumit.coverage.silent-hours.airport` and so on, by the kind of post.
    private long silentHours(String kind) {
        String name =
                "manumit.coverage.silent-hours." + kind.toLowerCase(Locale.ROOT).replace('_', '-');
        return settings.getProperty(name, Long.class, DEFAULT_SILENT_HOURS);
    }
}
