package manumit.hub.alerts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import manumit.hub.access.Acting;
import manumit.hub.access.Purpose;
import manumit.hub.alerts.AlertNotices.What;
import manumit.hub.database.ActingTransaction;
import manumit.hub.identity.Description;
import manumit.hub.ownership.Evaluation;
import manumit.hub.ownership.HandlingCode;
import manumit.matching.Identity;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/// Entries of a published list as alerts of the acting member: of the publisher itself, where it
/// takes part, or of a member that answers for the copy. What is published circulates without a
/// second person (R7 is about what a member asks of others); its versions say so.
///
/// An entry is known by list and reference: the same again changes nothing, another text makes a
/// version. In groups, each a transaction: an import that breaks off is repeated.
@Service
class PublishedList {

    private static final int GROUP = 2_000;
    private static final int YEARS = 5;

    private final ActingTransaction transactions;
    private final AlertRows rows;
    private final AlertNotices notices;
    private final QualityGate gate;
    private final JsonMapper json;

    PublishedList(
            ActingTransaction transactions,
            AlertRows rows,
            AlertNotices notices,
            QualityGate gate,
            JsonMapper json) {
        this.transactions = transactions;
        this.rows = rows;
        this.notices = notices;
        this.gate = gate;
        this.json = json;
    }

    /// What is the same for all entries.
    ///
    /// @param instructions what to do for whoever finds one
    record Terms(
            String legalBasis,
            String instructions,
            HandlingCode handlingCode,
            Evaluation evaluation) {}

    /// One run. Not thread-safe.
    final class Run {

        private final Terms terms;
        private final Acting acting = ActingTransaction.signedIn();
        private final ImportResult.Counting counting;
        private final Map<String, Identity> group = new HashMap<>();
        private final Set<UUID> seen = new HashSet<>();
        private final Set<String> lists = new HashSet<>();
        private final int audience;

        private Run(Terms terms, ImportResult.Counting counting) {
            this.terms = terms;
            this.counting = counting;
            // In a transaction of its own: it would keep others from the same audience.
            this.audience =
                    transactions.asSignedIn(sql ->
                            sql.sql("SELECT manumit.audience_of('NONE', '{}')")
                                    .query(Integer.class)
                                    .single());
        }

        void add(Identity entry) {
            String reference = entry.list() + "/" + entry.entity();
            if (reference.length() > QualityGate.MOST_REFERENCE) {
                counting.reject(
                        new ImportResult.ImportReject(
                                0,
                                "reference-too-long",
                                "id",
                                "list and id: at most "
                                        + QualityGate.MOST_REFERENCE
                                        + " characters"));
                return;
            }
            lists.add(entry.list());
            group.put(reference, entry);
            if (group.size() >= GROUP) {
                flush();
            }
        }

        /// Ends the import.
        ///
        /// @param withdrawMissing whether entries of these lists that did not come are withdrawn
        void finish(boolean withdrawMissing) {
            flush();
            if (withdrawMissing) {
                for (String list : lists) {
                    withdrawMissing(list);
                }
            }
        }

        private void flush() {
            if (group.isEmpty()) {
                return;
            }
            boolean _ = transactions.asSignedIn(this::write);
            group.clear();
        }

        private boolean write(JdbcClient sql) {
            Map<String, AlertText> texts = new HashMap<>();
            group.forEach((reference, entry) -> texts.put(reference, text(entry)));
            List<String> fresh = new ArrayList<>(texts.keySet());
            for (Known known : known(sql, texts)) {
                fresh.remove(known.reference());
                seen.add(known.id());
                if (known.same()) {
                    counting.unchanged++;
                } else {
                    change(sql, known, texts.get(known.reference()));
                    counting.changed++;
                }
            }
            insert(
                    sql,
                    fresh.stream()
                            .map(one -> new New(one, Objects.requireNonNull(texts.get(one))))
                            .toList());
            counting.added += fresh.size();
            renew(sql);
            return true;
        }

        private AlertText text(Identity entry) {
            return new AlertText(
                    AlertKind.PUBLISHED,
                    null,
                    gate.mayBeMinor(entry.particulars()),
                    Description.of(entry.particulars()),
                    Purpose.INVESTIGATION,
                    terms.legalBasis(),
                    "",
                    terms.handlingCode(),
                    terms.evaluation(),
                    gate.today().plusYears(YEARS),
                    terms.instructions());
        }

        private List<Known> known(JdbcClient sql, Map<String, AlertText> texts) {
            List<String> references = List.copyOf(texts.keySet());
            return sql.sql(
                            """
                            SELECT a.id, a.owner_reference,
                                a.state = 'CIRCULATED' AND a.content = n.content AS same
                            FROM unnest(:references::text[], :contents::jsonb[])
                                AS n(reference, content)
                            JOIN manumit.alerts a
                                ON a.owner = :owner AND a.owner_reference = n.reference
                            WHERE a.kind = 'PUBLISHED'
                            """)
                    .param("references", references.toArray(String[]::new))
                    .param(
                            "contents",
                            references.stream()
                                    .map(one -> content(texts.get(one)))
                                    .toArray(String[]::new))
                    .param("owner", acting.member())
                    .query((row, _) ->
                            new Known(
                                    row.getObject("id", UUID.class),
                                    row.getString("owner_reference"),
                                    row.getBoolean("same")))
                    .list();
        }

        private String content(@Nullable AlertText text) {
            return text == null ? "{}" : json.writeValueAsString(text.content());
        }

        private void change(JdbcClient sql, Known known, @Nullable AlertText text) {
            if (text == null) {
                return;
            }
            AlertView before = rows.lock(sql, known.id()).orElseThrow();
            rows.say(sql, known.id(), text);
            long version = rows.step(sql, before, "CIRCULATED", AlertState.CIRCULATED, null, "");
            rows.keepText(sql, acting, known.id(), version, text);
            sql.sql(
                            """
                            UPDATE manumit.alerts
                            SET text_version = :version, circulated_version = :version,
                                circulated_at = now()
                            WHERE id = :id
                            """)
                    .param("version", version)
                    .param("id", known.id())
                    .update();
            sql.sql(
                            """
                            UPDATE manumit.alert_versions SET decision = 'PUBLISHED'
                            WHERE alert = :id AND version = :version
                            """)
                    .param("version", version)
                    .param("id", known.id())
                    .update();
            notices.tell(sql, before, What.CORRECTED);
        }

        /// Many at once: four statements whatever their number.
        private void insert(JdbcClient sql, List<New> entries) {
            if (entries.isEmpty()) {
                return;
            }
            UUID[] ids = entries.stream().map(_ -> UUID.randomUUID()).toArray(UUID[]::new);
            seen.addAll(List.of(ids));
            String[] references = entries.stream().map(New::reference).toArray(String[]::new);
            Boolean[] sheltered =
                    entries.stream().map(one -> one.text().sheltered()).toArray(Boolean[]::new);
            sql.sql(
                            """
                            INSERT INTO manumit.owned_records
                                (id, record_type, owner, owner_reference, purpose, legal_basis,
                                 handling_code, source_evaluation, information_evaluation,
                                 audience, created_by, sheltered)
                            SELECT n.id, 'PERSON', :owner, n.reference, :purpose, :basis,
                                :handling, :source, :information, :audience, :by, n.sheltered
                            FROM unnest(:ids::uuid[], :references::text[], :sheltered::boolean[])
                                AS n(id, reference, sheltered)
                            """)
                    .param("ids", ids)
                    .param("references", references)
                    .param("sheltered", sheltered)
                    .param("owner", acting.member())
                    .param("purpose", Purpose.INVESTIGATION.code())
                    .param("basis", terms.legalBasis())
                    .param("handling", terms.handlingCode().name())
                    .param("source", terms.evaluation().source().name())
                    .param("information", terms.evaluation().information())
                    .param("audience", audience)
                    .param("by", acting.id())
                    .update();
            sql.sql(
                            """
                            INSERT INTO manumit.alerts
                                (id, owner, owner_reference, kind, state, sheltered, content,
                                 names, review_on, circulated_version, circulated_at)
                            SELECT n.id, :owner, n.reference, 'PUBLISHED', 'CIRCULATED',
                                n.sheltered, n.content::jsonb, n.names, :review, 1, now()
                            FROM unnest(:ids::uuid[], :references::text[], :contents::text[],
                                    :names::text[], :sheltered::boolean[])
                                AS n(id, reference, content, names, sheltered)
                            """)
                    .param("ids", ids)
                    .param("references", references)
                    .param(
                            "contents",
                            entries.stream()
                                    .map(one -> json.writeValueAsString(one.text().content()))
                                    .toArray(String[]::new))
                    .param(
                            "names",
                            entries.stream().map(one -> one.text().names()).toArray(String[]::new))
                    .param("sheltered", sheltered)
                    .param("owner", acting.member())
                    .param("review", gate.today().plusYears(YEARS))
                    .update();
            sql.sql(
                            """
                            INSERT INTO manumit.alert_versions
                                (alert, version, owner, text, made_by, decision)
                            SELECT n.id, 1, :owner, n.text::jsonb, :by, 'PUBLISHED'
                            FROM unnest(:ids::uuid[], :texts::text[]) AS n(id, text)
                            """)
                    .param("ids", ids)
                    .param(
                            "texts",
                            entries.stream()
                                    .map(one -> json.writeValueAsString(one.text()))
                                    .toArray(String[]::new))
                    .param("owner", acting.member())
                    .param("by", acting.id())
                    .update();
            sql.sql(
                            """
                            INSERT INTO manumit.alert_steps (alert, version, owner, step, actor)
                            SELECT n.id, 1, :owner, 'CIRCULATED', :by
                            FROM unnest(:ids::uuid[]) AS n(id)
                            """)
                    .param("ids", ids)
                    .param("owner", acting.member())
                    .param("by", acting.id())
                    .update();
        }

        /// What is still published is reviewed by that.
        private void renew(JdbcClient sql) {
            sql.sql(
                            """
                            UPDATE manumit.alerts SET review_on = :review
                            WHERE owner = :owner AND owner_reference = ANY (:references)
                              AND kind = 'PUBLISHED' AND review_on < :review
                            """)
                    .param("review", gate.today().plusYears(YEARS))
                    .param("owner", acting.member())
                    .param("references", group.keySet().toArray(String[]::new))
                    .update();
        }

        private void withdrawMissing(String list) {
            List<UUID> missing =
                    transactions
                            .asSignedIn(sql ->
                                    sql.sql(
                                                    """
                                                    SELECT id FROM manumit.alerts
                                                    WHERE owner = :owner AND kind = 'PUBLISHED'
                                                      AND state = 'CIRCULATED'
                                                      AND starts_with(owner_reference, :list)
                                                    """)
                                            .param("owner", acting.member())
                                            .param("list", list + "/")
                                            .query(UUID.class)
                                            .list())
                            .stream()
                            .filter(id -> !seen.contains(id))
                            .toList();
            for (int from = 0; from < missing.size(); from += GROUP) {
                List<UUID> some = missing.subList(from, Math.min(missing.size(), from + GROUP));
                boolean _ =
                        transactions.asSignedIn(sql -> {
                            for (UUID id : some) {
                                AlertView alert = rows.lock(sql, id).orElseThrow();
                                rows.step(
                                        sql,
                                        alert,
                                        "WITHDRAWN",
                                        AlertState.WITHDRAWN,
                                        null,
                                        "no longer on the list");
                                notices.tell(sql, alert, What.WITHDRAWN);
                            }
                            return true;
                        });
            }
            counting.withdrawn += missing.size();
        }
    }

    private record Known(UUID id, String reference, boolean same) {}

    private record New(String reference, AlertText text) {}

    Run begin(Terms terms, ImportResult.Counting counting) {
        return new Run(terms, counting);
    }
}
