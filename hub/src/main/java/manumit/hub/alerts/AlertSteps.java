package manumit.hub.alerts;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import manumit.hub.access.Acting;
import manumit.hub.access.Right;
import manumit.hub.alerts.AlertDraft.WrittenRestriction;
import manumit.hub.alerts.AlertNotices.What;
import manumit.hub.database.ActingTransaction;
import manumit.hub.ownership.OwnedRecords;
import manumit.hub.ownership.Restriction;
import manumit.hub.web.ProblemException;
import manumit.matching.Country;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/// From draft to circulation and to its end: proposed, looked at by a second person (R7),
/// restricted at once (R2), prolonged (R8), withdrawn, deleted. Receivers are told (R9).
@Service
class AlertSteps {

    private static final Logger LOG = LoggerFactory.getLogger(AlertSteps.class);
    private static final int MOST_REASON = 2_000;

    private final ActingTransaction transactions;
    private final Alerts alerts;
    private final AlertRows rows;
    private final OwnedRecords records;
    private final AlertNotices notices;
    private final QualityGate gate;
    private final DefaultCirculatedAlerts index;

    AlertSteps(
            ActingTransaction transactions,
            Alerts alerts,
            AlertRows rows,
            OwnedRecords records,
            AlertNotices notices,
            QualityGate gate,
            DefaultCirculatedAlerts index) {
        this.transactions = transactions;
        this.alerts = alerts;
        this.rows = rows;
        this.records = records;
        this.notices = notices;
        this.gate = gate;
        this.index = index;
    }

    /// What the second person answers (R7).
    ///
    /// @param neutral no political, military, religious or racial matter
    /// @param rightsRespected human rights are respected
    /// @param refugeeFlag the person may be a refugee or asks for protection
    /// @param reason of a refusal; of circulating in spite of the flag
    record Review(
            @Nullable Decision decision,
            @Nullable Boolean neutral,
            @Nullable Boolean rightsRespected,
            @Nullable Boolean refugeeFlag,
            @Nullable @Size(max = MOST_REASON) String reason) {

        String words() {
            return reason == null ? "" : reason.strip();
        }

        @Override
        public String toString() {
            return "Review[" + decision + "]";
        }
    }

    /// Of the second person.
    enum Decision {
        CIRCULATE,
        REFUSE
    }

    /// Asks for the second person.
    AlertView propose(UUID id, long expected) {
        return write(
                id,
                expected,
                (sql, alert) -> {
                    boolean correction = alert.state() == AlertState.CIRCULATED;
                    AlertState now = correction ? alert.correction() : alert.state();
                    requireState(now == AlertState.DRAFT, "a draft; change it first");
                    // Time may have passed since the text was accepted.
                    FieldErrors errors = new FieldErrors();
                    AlertText text = alert.latest();
                    gate.reviewWithin(
                            text.reviewOn(),
                            QualityGate.mostYears(text.kind(), text.sheltered()),
                            errors);
                    errors.refuse();
                    sql.sql(
                                    """
                                    UPDATE manumit.alert_versions
                                    SET proposed_by = manumit.acting_id(), proposed_at = now()
                                    WHERE alert = :id AND version = :version
                                    """)
                            .param("id", id)
                            .param("version", alert.textVersion())
                            .update();
                    rows.step(
                            sql,
                            alert,
                            "PROPOSED",
                            correction ? AlertState.CIRCULATED : AlertState.IN_REVIEW,
                            correction ? AlertState.IN_REVIEW : null,
                            "");
                });
    }

    /// @param expected null: whichever version waits
    AlertView review(UUID id, @Nullable Long expected, Review review) {
        Acting acting = ActingTransaction.signedIn();
        return changed(sql -> {
            AlertView alert = alerts.lockOwn(sql, id, expected);
            requireState(alert.inReview(), "in review");
            requireSecondPerson(sql, acting, alert);
            answered(review).refuse();
            boolean circulate = review.decision() == Decision.CIRCULATE;
            boolean correction = alert.correction() != null;
            AlertText text = alert.latest();
            if (circulate && Boolean.TRUE.equals(review.refugeeFlag())) {
                requireKeptFromHome(sql, alert.id(), text);
            }
            keep(sql, alert, review);
            if (!circulate) {
                rows.step(
                        sql,
                        alert,
                        "REFUSED",
                        correction ? AlertState.CIRCULATED : AlertState.REFUSED,
                        correction ? AlertState.REFUSED : null,
                        review.words());
            } else {
                circulate(sql, alert, text, review.words());
            }
            return rows.find(sql, id).orElseThrow();
        });
    }

    /// Whether the actor may be the second person.
    boolean mayReview(AlertView alert) {
        Acting acting = ActingTransaction.signedIn();
        return transactions.asSignedIn(sql -> isSecondPerson(sql, acting, alert));
    }

    private void circulate(JdbcClient sql, AlertView alert, AlertText text, String reason) {
        if (alert.correction() != null) {
            rows.say(sql, alert.id(), text);
        }
        rows.step(sql, alert, "CIRCULATED", AlertState.CIRCULATED, null, reason);
        sql.sql(
                        """
                        UPDATE manumit.alerts
                        SET circulated_version = text_version, circulated_at = now()
                        WHERE id = :id
                        """)
                .param("id", alert.id())
                .update();
        notices.tell(sql, alert, What.CORRECTED);
    }

    /// Who sees it, at once (R2). Members that received it and see it no longer are told that it is
    /// withdrawn.
    AlertView restrict(UUID id, @Nullable Long expected, WrittenRestriction written) {
        return write(
                id,
                expected,
                (sql, alert) -> {
                    FieldErrors errors = new FieldErrors();
                    Optional<Restriction> restriction = alerts.restriction(sql, written, errors);
                    errors.refuse();
                    records.restrict(sql, id, restriction.orElseThrow());
                    if (isRefugees(sql, alert)) {
                        requireKeptFromHome(sql, id, alert.latest());
                    }
                    rows.step(sql, alert, "RESTRICTED", alert.state(), alert.correction(), "");
                    notices.withdrawFrom(sql, alert, member -> !restriction.get().admits(member));
                });
    }

    AlertView withdraw(UUID id, @Nullable Long expected, String reason) {
        return write(
                id,
                expected,
                (sql, alert) -> {
                    requireState(alert.state() == AlertState.CIRCULATED, "circulated");
                    rows.step(sql, alert, "WITHDRAWN", AlertState.WITHDRAWN, null, reason.strip());
                    notices.tell(sql, alert, What.WITHDRAWN);
                });
    }

    /// Keeps it until a later day, for a reason (R8).
    AlertView prolong(UUID id, @Nullable Long expected, LocalDate reviewOn, String reason) {
        return write(
                id,
                expected,
                (sql, alert) -> {
                    FieldErrors errors = new FieldErrors();
                    gate.reviewWithin(
                            reviewOn,
                            QualityGate.mostYears(alert.kind(), alert.sheltered()),
                            errors);
                    String why = errors.text("reason", reason, MOST_REASON);
                    errors.refuse();
                    rows.step(sql, alert, "PROLONGED", alert.state(), alert.correction(), why);
                    sql.sql("UPDATE manumit.alerts SET review_on = :on WHERE id = :id")
                            .param("on", reviewOn)
                            .param("id", id)
                            .update();
                });
    }

    /// Deletes it and all its texts; receivers are told.
    void delete(UUID id, long expected) {
        boolean _ =
                changed(sql -> {
                    AlertView alert = alerts.lockOwn(sql, id, expected);
                    Alerts.requireWriter(ActingTransaction.signedIn(), alert.sheltered());
                    notices.tell(sql, alert, What.WITHDRAWN);
                    return records.delete(sql, id);
                });
    }

    private interface Work {
        void on(JdbcClient sql, AlertView alert);
    }

    private AlertView write(UUID id, @Nullable Long expected, Work work) {
        return changed(sql -> {
            AlertView alert = alerts.lockOwn(sql, id, expected);
            Alerts.requireWriter(ActingTransaction.signedIn(), alert.sheltered());
            work.on(sql, alert);
            return rows.find(sql, id).orElseThrow();
        });
    }

    /// Once this is answered, checks of this process know it; those of others within a second.
    private <T> T changed(Function<JdbcClient, T> work) {
        T result = transactions.asSignedIn(work);
        try {
            index.catchUp();
        } catch (RuntimeException e) {
            LOG.warn("a change of an alert is taken up later: {}", e.getClass().getName());
        }
        return result;
    }

    private static void requireSecondPerson(JdbcClient sql, Acting acting, AlertView alert) {
        if (!isSecondPerson(sql, acting, alert)) {
            throw new AccessDeniedException("another person must look at it");
        }
    }

    /// Another person than all who wrote or proposed what is looked at.
    private static boolean isSecondPerson(JdbcClient sql, Acting acting, AlertView alert) {
        Set<UUID> first =
                new HashSet<>(
                        sql.sql(
                                        """
                                        SELECT unnest(ARRAY[made_by, proposed_by])
                                        FROM manumit.alert_versions v
                                        JOIN manumit.alerts a ON a.id = v.alert
                                        WHERE a.id = :id
                                          AND v.version > COALESCE(a.circulated_version, 0)
                                        """)
                                .param("id", alert.id())
                                .query(UUID.class)
                                .list());
        return acting.kind() == Acting.Kind.USER
                && !first.contains(acting.id())
                && acting.may(Right.REVIEW_ALERTS);
    }

    private static FieldErrors answered(Review review) {
        FieldErrors errors = new FieldErrors();
        if (review.decision() == null) {
            errors.add("decision", "CIRCULATE or REFUSE");
            return errors;
        }
        if (review.decision() == Decision.REFUSE) {
            errors.text("reason", review.reason(), MOST_REASON);
            return errors;
        }
        if (!Boolean.TRUE.equals(review.neutral())) {
            errors.add("neutral", "yes; otherwise refuse it");
        }
        if (!Boolean.TRUE.equals(review.rightsRespected())) {
            errors.add("rightsRespected", "yes; otherwise refuse it");
        }
        if (review.refugeeFlag() == null) {
            errors.add("refugeeFlag", "yes or no");
        } else if (review.refugeeFlag()) {
            errors.text("reason", review.reason(), MOST_REASON);
        }
        return errors;
    }

    private static boolean isRefugees(JdbcClient sql, AlertView alert) {
        return sql.sql(
                        """
                        SELECT COALESCE(bool_or(v.refugee_flag), false)
                        FROM manumit.alert_versions v JOIN manumit.alerts a ON a.id = v.alert
                        WHERE a.id = :id AND v.version = a.circulated_version
                        """)
                .param("id", alert.id())
                .query(Boolean.class)
                .single();
    }

    /// Whoever fled must not be found through the country they fled from: by nationality, unless
    /// that is the owner.
    private static void requireKeptFromHome(JdbcClient sql, UUID id, AlertText text) {
        Set<Country> homes = Set.copyOf(text.description().particulars().nationalities());
        boolean seenAtHome =
                sql
                        .sql(
                                """
                                SELECT m.code
                                FROM manumit.members m, manumit.restriction_of(:id) r
                                WHERE m.id <> manumit.acting_member()
                                  AND CASE r.restriction WHEN 'NONE' THEN true
                                        WHEN 'DENY' THEN m.id <> ALL (r.members)
                                        ELSE m.id = ANY (r.members) END
                                """)
                        .param("id", id)
                        .query(String.class)
                        .list()
                        .stream()
                        .anyMatch(code -> Country.find(code).filter(homes::contains).isPresent());
        if (seenAtHome) {
            FieldErrors errors = new FieldErrors();
            errors.add(
                    "restriction",
                    "one that keeps it from the countries of the person's nationality, because of"
                            + " the refugee flag");
            errors.refuse();
        }
    }

    private static void keep(JdbcClient sql, AlertView alert, Review review) {
        sql.sql(
                        """
                        UPDATE manumit.alert_versions
                        SET reviewed_by = manumit.acting_id(), reviewed_at = now(),
                            decision = :decision, neutral = :neutral, rights_respected = :rights,
                            refugee_flag = :refugee, reason = :reason
                        WHERE alert = :id AND version = :version
                        """)
                .param("decision", String.valueOf(review.decision()))
                .param("neutral", review.neutral(), java.sql.Types.BOOLEAN)
                .param("rights", review.rightsRespected(), java.sql.Types.BOOLEAN)
                .param("refugee", review.refugeeFlag(), java.sql.Types.BOOLEAN)
                .param("reason", review.words())
                .param("id", alert.id())
                .param("version", alert.textVersion())
                .update();
    }

    private static void requireState(boolean holds, String wanted) {
        if (!holds) {
            throw new ProblemException(
                    ProblemException.Code.INVALID_FIELD, "state: must be " + wanted);
        }
    }
}
