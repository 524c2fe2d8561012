package manumit.hub.hits;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import manumit.hub.checks.CandidateView;
import manumit.hub.checks.CheckListener;
import manumit.hub.checks.RecordedCheck;
import manumit.hub.database.ActingTransaction;
import manumit.matching.Band;
import manumit.matching.Particulars;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Keeps what checks found that the asking member may not know of (R3) in the transaction that
/// records them, and makes hits of it afterwards, apart from any answer.
///
/// What is written before an answer has one shape, whether something hidden was found or not: one
/// row of one length for each group of checks. So the time of an answer does not tell. Hits are
/// made at fixed times, not when something was found. A row stays until its hits are there, so a
/// hub that is killed loses none; any number of hubs may do this on one database.
@Component
class HiddenFinds implements CheckListener, SmartLifecycle {

    /// Bytes that a row is filled up to, or to a multiple: room for two candidates.
    private static final int STEP = 6_000;

    private static final String NOTHING = "[]";
    private static final int MOST_ROWS = 1_000;

    private final ActingTransaction transactions;
    private final HiddenHits hits;
    private final JsonMapper json;
    private final Rounds rounds;

    /// @param every how often hits are made of what was found
    HiddenFinds(
            ActingTransaction transactions,
            HiddenHits hits,
            JsonMapper json,
            @Value("${manumit.hits.hidden-every:500ms}") Duration every) {
        this.transactions = transactions;
        this.hits = hits;
        this.json = json;
        this.rounds = new Rounds("hidden finds", every, () -> makeHits());
    }

    /// One candidate of one check; who of the member asked is not kept.
    private record Find(
            UUID check,
            UUID member,
            String operation,
            String purpose,
            @Nullable UUID post,
            Instant madeAt,
            CandidateView candidate) {

        @Override
        public String toString() {
            return "Find[" + check + "]";
        }

        RecordedCheck recorded() {
            return new RecordedCheck(
                    check,
                    member,
                    new UUID(0, 0),
                    operation,
                    purpose,
                    post,
                    madeAt,
                    Particulars.builder().build(),
                    List.of(),
                    List.of(candidate));
        }
    }

    @Override
    public void recording(JdbcClient sql, List<RecordedCheck> checks) {
        List<Find> finds =
                checks.stream()
                        .flatMap(check ->
                                check.hidden().stream()
                                        .filter(one -> one.band().atLeast(Band.POSSIBLE))
                                        .map(one -> find(check, one)))
                        .toList();
        sql.sql("INSERT INTO manumit.hidden_finds (finds) VALUES (:finds)")
                .param("finds", filledUp(json.writeValueAsString(finds)))
                .update();
    }

    private static Find find(RecordedCheck check, CandidateView candidate) {
        return new Find(
                check.id(),
                check.member(),
                check.operation(),
                check.purpose(),
                check.post(),
                check.madeAt(),
                candidate);
    }

    private static String filledUp(String text) {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        return text + " ".repeat(Math.ceilDiv(bytes, STEP) * STEP - bytes);
    }

    /// Makes hits of all that is there.
    ///
    /// @return how many hits are new
    int makeHits() {
        transactions.asRecorder(sql ->
                sql.sql("DELETE FROM manumit.hidden_finds WHERE left(finds, 2) = :nothing")
                        .param("nothing", NOTHING)
                        .update());
        List<UUID> rows =
                transactions.asRecorder(sql ->
                        sql.sql("SELECT id FROM manumit.hidden_finds ORDER BY id LIMIT :most")
                                .param("most", MOST_ROWS)
                                .query(UUID.class)
                                .list());
        return rows.stream().mapToInt(this::makeHits).sum();
    }

    /// In one transaction, so that each row becomes hits once.
    private int makeHits(UUID row) {
        return transactions.asRecorder(sql ->
                sql.sql("DELETE FROM manumit.hidden_finds WHERE id = :id RETURNING finds")
                        .param("id", row)
                        .query(String.class)
                        .optional()
                        .map(text -> add(sql, Arrays.asList(json.readValue(text, Find[].class))))
                        .orElse(0));
    }

    /// But of alerts that were deleted since.
    private int add(JdbcClient sql, List<Find> finds) {
        Set<UUID> kept =
                Set.copyOf(
                        sql.sql("SELECT manumit.keep_alerts(:alerts)")
                                .param(
                                        "alerts",
                                        finds.stream()
                                                .map(find -> find.candidate().alert())
                                                .distinct()
                                                .toArray(UUID[]::new))
                                .query(UUID.class)
                                .list());
        int made = 0;
        for (Find find : finds) {
            if (kept.contains(find.candidate().alert())
                    && hits.add(sql, find.recorded(), find.candidate(), true, false)) {
                made++;
            }
        }
        return made;
    }

    @Override
    public void start() {
        rounds.start();
    }

    @Override
    public void stop() {
        rounds.stop();
    }

    @Override
    public boolean isRunning() {
        return rounds.isRunning();
    }
}
