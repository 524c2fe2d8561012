package manumit.hub.hits;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import manumit.hub.access.Acting;
import manumit.hub.access.Role;
import manumit.hub.alerts.AlertKind;
import manumit.hub.alerts.PersonStatus;
import manumit.hub.checks.CandidateView;
import manumit.hub.checks.CheckListener;
import manumit.hub.checks.RecordedCheck;
import manumit.hub.database.ActingTransaction;
import manumit.hub.identity.EvidenceView;
import manumit.hub.ownership.Evaluation;
import manumit.hub.ownership.HandlingCode;
import manumit.hub.ownership.Restriction;
import manumit.hub.testing.TestHub;
import manumit.hub.testing.TestMember;
import manumit.matching.Band;
import manumit.matching.Field;
import manumit.matching.Outcome;
import manumit.matching.Particulars;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// Alerts and checks for tests of hits, written as the recorder writes them. All people are
/// invented.
@NullUnmarked
public final class HitWorld {

    private final ActingTransaction transactions;
    private final JsonMapper json;
    private final List<CheckListener> listeners;

    public HitWorld(
            ActingTransaction transactions, JsonMapper json, List<CheckListener> listeners) {
        this.transactions = transactions;
        this.json = json;
        this.listeners = listeners;
    }

    public static HitWorld ofTestHub() {
        return new HitWorld(
                TestHub.bean(ActingTransaction.class),
                TestHub.bean(JsonMapper.class),
                List.of(TestHub.bean(HiddenFinds.class)));
    }

    /// @param sheltered somebody to protect
    public record Alert(UUID id, UUID owner, String ownerCode, boolean sheltered) {}

    public Alert alert(TestMember owner) {
        return alert(owner.id(), owner.code(), new Restriction.None(), false);
    }

    public Alert alert(UUID owner, String code, Restriction restriction, boolean sheltered) {
        UUID id = UUID.randomUUID();
        Acting acting = acting(owner);
        transactions.as(
                acting,
                sql ->
                        sql.sql(
                                        """
                                        INSERT INTO manumit.owned_records
                                            (id, record_type, owner, owner_reference, purpose,
                                             legal_basis, handling_code, source_evaluation,
                                             information_evaluation, audience, created_by,
                                             sheltered)
                                        VALUES (:id, 'PERSON', :owner, :reference, 'investigation',
                                                'an invented act', 'H1', 'B', 2,
                                                manumit.audience_of(:restriction, :members), :by,
                                                :sheltered)
                                        """)
                                .param("id", id)
                                .param("owner", owner)
                                .param("reference", "R-" + id.toString().substring(0, 8))
                                .param("restriction", kind(restriction))
                                .param("members", members(restriction).toArray(UUID[]::new))
                                .param("by", acting.id())
                                .param("sheltered", sheltered)
                                .update());
        return new Alert(id, owner, code, sheltered);
    }

    public void restrict(Alert alert, Restriction restriction) {
        transactions.as(
                acting(alert.owner()),
                sql ->
                        sql.sql(
                                        """
                                        UPDATE manumit.owned_records
                                        SET audience = manumit.audience_of(:restriction, :members)
                                        WHERE id = :id
                                        """)
                                .param("restriction", kind(restriction))
                                .param("members", members(restriction).toArray(UUID[]::new))
                                .param("id", alert.id())
                                .update());
    }

    public void delete(Alert alert) {
        transactions.as(
                acting(alert.owner()),
                sql ->
                        sql.sql("DELETE FROM manumit.owned_records WHERE id = :id")
                                .param("id", alert.id())
                                .update());
    }

    /// A check that found these, as the asking member knows, and those, as it does not.
    public RecordedCheck check(UUID member, List<Alert> found, List<Alert> hidden) {
        RecordedCheck check =
                new RecordedCheck(
                        UUID.randomUUID(),
                        member,
                        UUID.randomUUID(),
                        "lantern",
                        "border-check",
                        null,
                        HitTime.now(),
                        Particulars.builder().build(),
                        found.stream().map(HitWorld::candidate).toList(),
                        hidden.stream().map(HitWorld::candidate).toList());
        transactions.asRecorder(sql -> {
            write(sql, check);
            listeners.forEach(listener -> listener.recording(sql, List.of(check)));
            return 0;
        });
        int _ = TestHub.bean(HiddenFinds.class).makeHits();
        return check;
    }

    private void write(JdbcClient sql, RecordedCheck check) {
        sql.sql(
                        """
                        INSERT INTO manumit.checks
                            (id, member, actor, operation, purpose, made_at, journal_entry)
                        VALUES (:id, :member, :actor, :operation, :purpose, now(), 1)
                        """)
                .param("id", check.id())
                .param("member", check.member())
                .param("actor", check.actor())
                .param("operation", check.operation())
                .param("purpose", check.purpose())
                .update();
        for (CandidateView candidate : check.candidates()) {
            sql.sql(
                            """
                            INSERT INTO manumit.check_candidates
                                (check_id, alert, member, owner, place, band, bits, answer)
                            VALUES (:check, :alert, :member, :owner, 1, :band, 12.5, :answer::jsonb)
                            """)
                    .param("check", check.id())
                    .param("alert", candidate.alert())
                    .param("member", check.member())
                    .param("owner", candidate.owner())
                    .param("band", candidate.band().name())
                    .param("answer", json.writeValueAsString(candidate))
                    .update();
        }
    }

    static CandidateView candidate(Alert alert) {
        return new CandidateView(
                alert.id(),
                alert.owner(),
                alert.ownerCode(),
                "R-" + alert.id().toString().substring(0, 8),
                alert.sheltered() ? AlertKind.PROTECT : AlertKind.TO_BE_LOCATED,
                alert.sheltered() ? PersonStatus.POTENTIAL_VICTIM : PersonStatus.SUSPECT,
                alert.sheltered(),
                "Youssef K. Haddad",
                "Tell us where he goes. Do not arrest.",
                HandlingCode.H1,
                new Evaluation(Evaluation.Source.B, 2),
                1,
                Band.STRONG,
                new EvidenceView(
                        "manumit-1",
                        12.5,
                        0.99,
                        List.of(
                                new EvidenceView.Reason(Field.PRIOR, Outcome.UNKNOWN, "", "", -20),
                                new EvidenceView.Reason(
                                        Field.NAME, Outcome.NEAR, "YOUSEF", "Youssef", 9.5),
                                new EvidenceView.Reason(
                                        Field.NAME, Outcome.AGREE, "AL HADDAD", "Haddad", 8),
                                new EvidenceView.Reason(
                                        Field.BIRTH_DATE,
                                        Outcome.AGREE,
                                        "1987-03-14",
                                        "1987-03-14",
                                        14),
                                new EvidenceView.Reason(
                                        Field.NATIONALITY, Outcome.AGREE, "LBN", "LBN", 4),
                                new EvidenceView.Reason(
                                        Field.BIRTH_PLACE, Outcome.OMITTED, "", "Tripoli", 0),
                                new EvidenceView.Reason(
                                        Field.DOCUMENT,
                                        Outcome.CONTRADICTED,
                                        "LR2174093",
                                        "RL1180562",
                                        -3))));
    }

    static Acting acting(UUID member) {
        return new Acting(
                Acting.Kind.USER, UUID.randomUUID(), member, Set.of(Role.DUTY_OFFICER), Set.of());
    }

    private static String kind(Restriction restriction) {
        return switch (restriction) {
            case Restriction.None() -> "NONE";
            case Restriction.Deny _ -> "DENY";
            case Restriction.Allow _ -> "ALLOW";
        };
    }

    private static Set<UUID> members(Restriction restriction) {
        return switch (restriction) {
            case Restriction.None() -> Set.of();
            case Restriction.Deny(Set<UUID> members) -> members;
            case Restriction.Allow(Set<UUID> members) -> members;
        };
    }
}
