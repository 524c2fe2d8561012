package manumit.hub.checks;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Groups of checks as rows; in the scope of the recorder.
@Component
class CheckRows {

    /// Instead of a post where there is none.
    static final UUID NO_POST = new UUID(0, 0);

    private final JsonMapper json;

    CheckRows(JsonMapper json) {
        this.json = json;
    }

    /// A member's own reference of a check.
    record Key(UUID member, String key) {

        static Key of(NewCheck check, String key) {
            return new Key(check.member(), key);
        }
    }

    /// A check that a key belongs to.
    record Known(UUID id, String questionHash) {}

    Map<Key, Known> find(JdbcClient sql, List<Key> keys) {
        Map<Key, Known> known = new HashMap<>();
        if (keys.isEmpty()) {
            return known;
        }
        sql.sql(
                        """
                        SELECT c.id, c.member, c.idempotency_key,
                               encode(c.question_hash, 'hex') AS hash
                        FROM unnest(:members, :keys) AS asked (member, key)
                        JOIN manumit.checks c
                          ON c.member = asked.member AND c.idempotency_key = asked.key
                        """)
                .param("members", keys.stream().map(Key::member).toArray(UUID[]::new))
                .param("keys", keys.stream().map(Key::key).toArray(String[]::new))
                .query((row, _) ->
                        known.put(
                                new Key(
                                        row.getObject("member", UUID.class),
                                        row.getString("idempotency_key")),
                                new Known(row.getObject("id", UUID.class), row.getString("hash"))))
                .list();
        return known;
    }

    /// @param entries numbers in the journal, one for each check
    void insert(JdbcClient sql, List<NewCheck> checks, Instant madeAt, List<Long> entries) {
        sql.sql(
                        """
                        INSERT INTO manumit.checks
                            (id, member, actor, operation, purpose, post, made_at, particulars,
                             idempotency_key, question_hash, journal_entry)
                        SELECT id, member, actor, operation, purpose, post, :at, traveller::jsonb,
                               key, decode(hash, 'hex'), entry
                        FROM unnest(:ids, :members, :actors, :operations, :purposes, :posts,
                                    :travellers, :keys, :hashes, :entries)
                          AS made (id, member, actor, operation, purpose, post, traveller, key,
                                   hash, entry)
                        """)
                .param("at", madeAt.atOffset(ZoneOffset.UTC))
                .param("ids", each(checks, NewCheck::id, UUID[]::new))
                .param("members", each(checks, NewCheck::member, UUID[]::new))
                .param("actors", each(checks, one -> one.asker().acting().id(), UUID[]::new))
                .param(
                        "operations",
                        each(checks, one -> one.asker().reason().operation(), String[]::new))
                .param(
                        "purposes",
                        each(checks, one -> one.asker().reason().purpose().code(), String[]::new))
                .param("posts", each(checks, NewCheck::post, UUID[]::new))
                .param("travellers", each(checks, NewCheck::travellerJson, String[]::new))
                .param("keys", each(checks, NewCheck::key, String[]::new))
                .param("hashes", each(checks, NewCheck::questionHash, String[]::new))
                .param("entries", entries.toArray(Long[]::new))
                .update();
        insertCandidates(sql, checks);
        count(sql, checks, madeAt);
    }

    private interface Part<T> {
        @Nullable T of(NewCheck check);
    }

    private static <T> @Nullable T[] each(
            List<NewCheck> checks, Part<T> part, java.util.function.IntFunction<@Nullable T[]> of) {
        @Nullable T[] values = of.apply(checks.size());
        for (int i = 0; i < values.length; i++) {
            values[i] = part.of(checks.get(i));
        }
        return values;
    }

    /// One row of a candidate.
    private record CandidateRow(NewCheck check, int place, CandidateView candidate) {}

    private void insertCandidates(JdbcClient sql, List<NewCheck> checks) {
        List<CandidateRow> rows = new ArrayList<>();
        for (NewCheck check : checks) {
            for (int place = 0; place < check.candidates().size(); place++) {
                rows.add(new CandidateRow(check, place, check.candidates().get(place)));
            }
        }
        if (rows.isEmpty()) {
            return;
        }
        // An alert that was deleted since the search has no row to refer to.
        Set<UUID> kept =
                Set.copyOf(
                        sql.sql("SELECT manumit.keep_alerts(:alerts)")
                                .param(
                                        "alerts",
                                        rows.stream()
                                                .map(one -> one.candidate().alert())
                                                .distinct()
                                                .toArray(UUID[]::new))
                                .query(UUID.class)
                                .list());
        rows.removeIf(one -> !kept.contains(one.candidate().alert()));
        sql.sql(
                        """
                        INSERT INTO manumit.check_candidates
                            (check_id, alert, member, owner, place, band, bits, answer)
                        SELECT check_id, alert, member, owner, place, band, bits, answer::jsonb
                        FROM unnest(:checks, :alerts, :members, :owners, :places, :bands, :bits,
                                    :answers)
                          AS found (check_id, alert, member, owner, place, band, bits, answer)
                        """)
                .param("checks", rows.stream().map(one -> one.check().id()).toArray(UUID[]::new))
                .param(
                        "alerts",
                        rows.stream().map(one -> one.candidate().alert()).toArray(UUID[]::new))
                .param(
                        "members",
                        rows.stream().map(one -> one.check().member()).toArray(UUID[]::new))
                .param(
                        "owners",
                        rows.stream().map(one -> one.candidate().owner()).toArray(UUID[]::new))
                .param("places", rows.stream().map(CandidateRow::place).toArray(Integer[]::new))
                .param(
                        "bands",
                        rows.stream()
                                .map(one -> one.candidate().band().name())
                                .toArray(String[]::new))
                .param(
                        "bits",
                        rows.stream()
                                .map(one -> one.candidate().evidence().bits())
                                .toArray(Double[]::new))
                .param(
                        "answers",
                        rows.stream()
                                .map(one -> json.writeValueAsString(one.candidate()))
                                .toArray(String[]::new))
                .update();
    }

    /// One place of counting.
    private record Counted(UUID member, UUID post) {}

    private static void count(JdbcClient sql, List<NewCheck> checks, Instant madeAt) {
        Map<Counted, Long> counts = new LinkedHashMap<>();
        for (NewCheck check : checks) {
            UUID post = check.post();
            counts.merge(new Counted(check.member(), post == null ? NO_POST : post), 1L, Long::sum);
        }
        List<Counted> places = List.copyOf(counts.keySet());
        OffsetDateTime at = madeAt.atOffset(ZoneOffset.UTC);
        sql.sql(
                        """
                        INSERT INTO manumit.check_counts AS c (member, post, hour, checks, last_at)
                        SELECT member, post, :hour, checks, :at
                        FROM unnest(:members, :posts, :counts) AS made (member, post, checks)
                        ON CONFLICT (member, post, hour) DO UPDATE
                        SET checks = c.checks + excluded.checks, last_at = excluded.last_at
                        """)
                .param("hour", at.truncatedTo(ChronoUnit.HOURS))
                .param("at", at)
                .param("members", places.stream().map(Counted::member).toArray(UUID[]::new))
                .param("posts", places.stream().map(Counted::post).toArray(UUID[]::new))
                .param("counts", places.stream().map(counts::get).toArray(Long[]::new))
                .update();
    }

    /// Deletes what is known of travellers whose checks are older; their number stays.
    ///
    /// @return how many checks were emptied
    int forget(JdbcClient sql, Instant now, Duration kept, int most) {
        OffsetDateTime until = now.minus(kept).atOffset(ZoneOffset.UTC);
        sql.sql(
                        """
                        DELETE FROM manumit.check_candidates WHERE check_id IN (
                            SELECT id FROM manumit.checks
                            WHERE made_at < :until AND particulars IS NOT NULL
                            ORDER BY id LIMIT :most)
                        """)
                .param("until", until)
                .param("most", most)
                .update();
        return sql.sql(
                        """
                        UPDATE manumit.checks SET particulars = NULL WHERE id IN (
                            SELECT id FROM manumit.checks
                            WHERE made_at < :until AND particulars IS NOT NULL
                            ORDER BY id LIMIT :most)
                        """)
                .param("until", until)
                .param("most", most)
                .update();
    }
}
