package manumit.hub.checks;

// replaced at the merge

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import manumit.matching.Band;
import manumit.matching.Identity;
import manumit.matching.Particulars;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Checks by plain SQL, and none found afterwards.
@Component
class PastChecksStub implements PastChecks {

    private final JsonMapper json;

    PastChecksStub(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Optional<RecordedCheck> find(JdbcClient sql, UUID check) {
        List<CandidateView> candidates =
                sql.sql(
                                "SELECT answer FROM manumit.check_candidates WHERE check_id = :id"
                                        + " ORDER BY place")
                        .param("id", check)
                        .query((row, _) ->
                                json.readValue(row.getString("answer"), CandidateView.class))
                        .list();
        return sql.sql("SELECT * FROM manumit.checks WHERE id = :id")
                .param("id", check)
                .query((row, _) -> read(row, candidates))
                .optional();
    }

    @Override
    public List<RecordedCheck> matching(Identity alert, Band minBand, int limit) {
        return List.of();
    }

    private static RecordedCheck read(ResultSet row, List<CandidateView> candidates)
            throws SQLException {
        return new RecordedCheck(
                row.getObject("id", UUID.class),
                row.getObject("member", UUID.class),
                row.getObject("actor", UUID.class),
                row.getString("operation"),
                row.getString("purpose"),
                row.getObject("post", UUID.class),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                Particulars.builder().build(),
                candidates,
                List.of());
    }
}
