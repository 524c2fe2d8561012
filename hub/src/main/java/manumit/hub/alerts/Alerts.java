package manumit.hub.alerts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import manumit.hub.access.Acting;
import manumit.hub.access.Right;
import manumit.hub.alerts.AlertDraft.WrittenRestriction;
import manumit.hub.alerts.AlertRows.Filter;
import manumit.hub.alerts.AlertView.Line;
import manumit.hub.database.ActingTransaction;
import manumit.hub.ownership.NewOwnedRecord;
import manumit.hub.ownership.OwnedRecords;
import manumit.hub.ownership.Restriction;
import manumit.hub.web.Page;
import manumit.hub.web.ProblemException;
import manumit.hub.web.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/// Alerts, in the name of whoever signed in: made, read, changed, listed. What leads to circulation
/// and ends it is in {@link AlertSteps}.
@Service
class Alerts {

    private final ActingTransaction transactions;
    private final AlertRows rows;
    private final OwnedRecords records;
    private final QualityGate gate;

    Alerts(ActingTransaction transactions, AlertRows rows, OwnedRecords records, QualityGate gate) {
        this.transactions = transactions;
        this.rows = rows;
        this.records = records;
        this.gate = gate;
    }

    /// @throws ProblemException naming all fields that are not accepted
    AlertView make(AlertDraft draft) {
        Acting acting = ActingTransaction.signedIn();
        FieldErrors errors = new FieldErrors();
        String reference =
                errors.text("ownerReference", draft.ownerReference(), QualityGate.MOST_REFERENCE);
        Optional<AlertText> text = gate.check(draft, errors);
        return transactions.asSignedIn(sql -> {
            Optional<Restriction> restriction = restriction(sql, draft.restriction(), errors);
            errors.refuse();
            return make(sql, acting, reference, text.orElseThrow(), restriction.orElseThrow());
        });
    }

    /// In a transaction under way: for imports, too.
    AlertView make(
            JdbcClient sql,
            Acting acting,
            String reference,
            AlertText text,
            Restriction restriction) {
        requireWriter(acting, text.sheltered());
        UUID id =
                records.create(
                        sql,
                        acting,
                        new NewOwnedRecord(
                                text.kind().type(),
                                reference,
                                text.purpose().code(),
                                text.legalBasis(),
                                text.handlingCode(),
                                text.evaluation(),
                                restriction));
        rows.insert(sql, acting, id, reference, text);
        rows.noteStep(sql, id, 1, acting.member(), "MADE", "");
        return rows.find(sql, id).orElseThrow();
    }

    /// A new text. One that circulates goes on saying the old one until the new one is looked at by
    /// a second person, too.
    AlertView change(UUID id, long expected, AlertDraft draft) {
        FieldErrors errors = new FieldErrors();
        Optional<AlertText> text = gate.check(draft, errors);
        return transactions.asSignedIn(sql -> {
            AlertView before = lockOwn(sql, id, expected);
            requireSame(before, draft, errors);
            errors.refuse();
            return change(sql, before, text.orElseThrow());
        });
    }

    AlertView change(JdbcClient sql, AlertView before, AlertText text) {
        Acting acting = ActingTransaction.signedIn();
        requireWriter(acting, text.sheltered() || before.sheltered());
        boolean circulates = before.state() == AlertState.CIRCULATED;
        long version =
                rows.step(
                        sql,
                        before,
                        "CHANGED",
                        circulates ? AlertState.CIRCULATED : AlertState.DRAFT,
                        circulates ? AlertState.DRAFT : null,
                        "");
        rows.keepText(sql, acting, before.id(), version, text);
        sql.sql("UPDATE manumit.alerts SET text_version = :version WHERE id = :id")
                .param("version", version)
                .param("id", before.id())
                .update();
        if (circulates) {
            // Nobody else lists it from now on if either text is of somebody to protect.
            rows.shelter(sql, before.id(), before.sheltered() || text.sheltered());
        } else {
            rows.say(sql, before.id(), text);
        }
        return rows.find(sql, before.id()).orElseThrow();
    }

    /// @throws ProblemException if there is none that the reader may read
    AlertView get(UUID id) {
        return transactions
                .asSignedIn(sql -> rows.find(sql, id).filter(this::mayRead))
                .orElseThrow(Versions::notFound);
    }

    /// Those after an identifier, in the order of identifiers. By name nobody is found who is to be
    /// protected, not even among one's own (R17).
    Page<Line> list(Wanted wanted, UUID after, int limit) {
        Acting acting = ActingTransaction.signedIn();
        boolean reads = acting.may(Right.READ_RECORDS);
        boolean reviews = wanted.inReview() && acting.may(Right.REVIEW_ALERTS);
        Filter filter =
                new Filter(
                        wanted.own() || wanted.inReview() ? acting.member() : null,
                        wanted.state(),
                        wanted.kind(),
                        wanted.name().strip(),
                        (wanted.sheltered() && acting.may(Right.PROTECT)) || reviews,
                        reads || reviews,
                        wanted.inReview(),
                        wanted.toReview()
                                ? gate.today().plusMonths(ReviewClock.MONTHS_BEFORE)
                                : null);
        return transactions.asSignedIn(
                sql -> Page.of(rows.list(sql, filter, after, limit + 1), limit, Line::id));
    }

    /// Those of the own member that protect somebody, for its specialists.
    Page<Line> sheltered(UUID after, int limit) {
        Filter filter =
                new Filter(
                        ActingTransaction.signedIn().member(),
                        null,
                        null,
                        "",
                        true,
                        false,
                        false,
                        null);
        return transactions.asSignedIn(
                sql -> Page.of(rows.list(sql, filter, after, limit + 1), limit, Line::id));
    }

    /// One of the own member.
    ///
    /// @throws ProblemException if there is none that the reader may read
    AlertView getOwn(UUID id) {
        AlertView alert = get(id);
        if (!alert.owner().equals(ActingTransaction.signedIn().member())) {
            throw Versions.notFound();
        }
        return alert;
    }

    /// What to list.
    ///
    /// @param own of one's own member only
    /// @param sheltered whether those that protect somebody are listed to who may see them
    /// @param inReview what waits for the second person
    /// @param toReview whose review date comes within six months
    record Wanted(
            boolean own,
            boolean sheltered,
            @Nullable AlertState state,
            @Nullable AlertKind kind,
            String name,
            boolean inReview,
            boolean toReview) {}

    /// One of the own member, kept from changing until the transaction ends.
    ///
    /// @param expected version that the change is made from; null: whichever
    /// @throws ProblemException if there is none that the actor may read, or it has changed
    AlertView lockOwn(JdbcClient sql, UUID id, @Nullable Long expected) {
        AlertView alert = rows.lock(sql, id).filter(this::mayRead).orElseThrow(Versions::notFound);
        if (expected != null && alert.version() != expected) {
            Versions.updated(0, true);
        }
        return alert;
    }

    /// Within the own member: what protects somebody is for the specialists, and for the second
    /// person while it waits for one.
    boolean mayRead(AlertView alert) {
        Acting acting = ActingTransaction.signedIn();
        boolean own = alert.owner().equals(acting.member());
        return acting.may(alert.sheltered() ? Right.PROTECT : Right.READ_RECORDS)
                || (own && alert.inReview() && acting.may(Right.REVIEW_ALERTS));
    }

    static void requireWriter(Acting acting, boolean sheltered) {
        Right right = sheltered ? Right.PROTECT : Right.WRITE_RECORDS;
        if (!acting.may(right)) {
            throw new AccessDeniedException("lacks the right " + right);
        }
    }

    /// What must not change: the reference, and what type of record it is.
    private static void requireSame(AlertView before, AlertDraft draft, FieldErrors errors) {
        if (draft.ownerReference() != null
                && !draft.ownerReference().strip().equals(before.ownerReference())) {
            errors.add("ownerReference", "the one it has, or leave it out");
        }
        if (before.kind() == AlertKind.PUBLISHED) {
            errors.add("kind", "corrected by importing the list again");
        }
        for (AlertKind kind : AlertKind.values()) {
            if (kind.name().equals(draft.kind()) && kind.type() != before.kind().type()) {
                errors.add("kind", "a kind for a " + before.kind().type() + "; else make another");
            }
        }
    }

    /// Members by their three letters.
    Optional<Restriction> restriction(
            JdbcClient sql, @Nullable WrittenRestriction written, FieldErrors errors) {
        if (written == null) {
            return Optional.of(new Restriction.None());
        }
        Map<String, UUID> known = new HashMap<>();
        sql.sql("SELECT code, id FROM manumit.members WHERE code = ANY (:codes)")
                .param("codes", written.named().toArray(String[]::new))
                .query((row, _) ->
                        known.put(row.getString("code"), row.getObject("id", UUID.class)))
                .list();
        List<String> unknown = new ArrayList<>(written.named());
        unknown.removeAll(known.keySet());
        if (!unknown.isEmpty()) {
            errors.add("restriction.members", "three letters of members that take part");
        }
        Set<UUID> listed = new HashSet<>(known.values());
        listed.remove(ActingTransaction.signedIn().member());
        try {
            String kind = written.kind() == null ? "" : written.kind();
            return Optional.of(Restriction.of(kind, kind.equals("NONE") ? Set.of() : listed));
        } catch (IllegalArgumentException e) {
            errors.add("restriction.kind", "NONE, DENY or ALLOW");
            return Optional.empty();
        }
    }
}
