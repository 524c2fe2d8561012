package manumit.hub.hits;

import java.util.List;
import java.util.UUID;
import manumit.hub.database.ActingTransaction;
import manumit.matching.Band;
import org.springframework.stereotype.Service;

/// How often candidates were not the person, by owner of the alerts and by band: what the limits of
/// bands are calibrated by (`docs/matching.md`). Each member counts what it may see, and what it
/// might see of alerts that were deleted since.
@Service
class HitStatistics {

    private final ActingTransaction transactions;

    HitStatistics(ActingTransaction transactions) {
        this.transactions = transactions;
    }

    /// One owner's alerts in one band.
    ///
    /// @param side ASKER: found by the own member's checks; OWNER: own alerts, found by others
    /// @param ownerCode of the alerts; a publisher's lists are its own
    /// @param setAside looked at and not asked about, at the desk or afterwards
    /// @param asked of which the four that follow
    /// @param unanswered expired, or closed without an answer
    record Line(
            Party side,
            String ownerCode,
            Band band,
            long setAside,
            long asked,
            long confirmed,
            long refuted,
            long unanswered,
            long open) {

        /// For templates: "1 / 3".
        public String falseWords() {
            long decided = setAside + confirmed + refuted;
            return decided == 0 ? "–" : (setAside + refuted) + " / " + decided;
        }
    }

    List<Line> lines() {
        UUID own = ActingTransaction.signedIn().member();
        return transactions.asSignedIn(sql ->
                sql.sql(
                                """
                                WITH told AS (
                                    SELECT CASE WHEN h.member = :own AND NOT h.hidden
                                                THEN 'ASKER' ELSE 'OWNER' END AS side,
                                           h.owner, h.band, h.state, h.answer, h.asked_at
                                    FROM manumit.hits h
                                    UNION ALL
                                    SELECT 'ASKER', c.owner, c.band, 'SET_ASIDE', NULL, NULL
                                    FROM manumit.check_candidates c
                                    WHERE c.verdict = 'NOT_THIS_PERSON' AND NOT EXISTS (
                                        SELECT FROM manumit.hits h
                                        WHERE h.check_id = c.check_id AND h.alert = c.alert)),
                                counted AS (
                                    SELECT side, owner, band,
                                           count(*) FILTER (WHERE state = 'SET_ASIDE')
                                               AS set_aside,
                                           count(asked_at) AS asked,
                                           count(*) FILTER (WHERE answer = 'CONFIRM')
                                               AS confirmed,
                                           count(*) FILTER (WHERE answer = 'REFUTE') AS refuted,
                                           count(*) FILTER (WHERE answer IS NULL
                                               AND asked_at IS NOT NULL
                                               AND state IN ('EXPIRED', 'CLOSED')) AS unanswered,
                                           count(*) FILTER (WHERE state = 'ASKED') AS open
                                    FROM told GROUP BY 1, 2, 3
                                    UNION ALL
                                    SELECT side, owner, band, set_aside, asked, confirmed, refuted,
                                           unanswered, 0
                                    FROM manumit.hit_counts WHERE viewer = :own)
                                SELECT c.side, m.code, c.band, sum(c.set_aside) AS set_aside,
                                       sum(c.asked) AS asked, sum(c.confirmed) AS confirmed,
                                       sum(c.refuted) AS refuted,
                                       sum(c.unanswered) AS unanswered, sum(c.open) AS open
                                FROM counted c JOIN manumit.members m ON m.id = c.owner
                                GROUP BY 1, 2, 3
                                ORDER BY 1, 2, CASE c.band WHEN 'STRONG' THEN 1
                                    WHEN 'POSSIBLE' THEN 2 ELSE 3 END
                                """)
                        .param("own", own)
                        .query((row, _) ->
                                new Line(
                                        Party.valueOf(row.getString("side")),
                                        row.getString("code"),
                                        Band.valueOf(row.getString("band")),
                                        row.getLong("set_aside"),
                                        row.getLong("asked"),
                                        row.getLong("confirmed"),
                                        row.getLong("refuted"),
                                        row.getLong("unanswered"),
                                        row.getLong("open")))
                        .list());
    }
}
