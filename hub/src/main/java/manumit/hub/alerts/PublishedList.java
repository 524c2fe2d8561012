package manumit.hub.alerts;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import manumit.hub.access.Acting;
import manumit.hub.access.Purpose;
import manumit.hub.alerts.AlertNotices.What;
import manumit.hub.database.ActingTransaction;
import manumit.hub.identity.Description;
import manumit.hub.ownership.Evaluation;
import manumit.hub.ownership.HandlingCode;
import manumit.hub.web.ProblemException;
import manumit.matching.Identity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/// Entries of a published list as alerts of the acting member: of the publisher itself, where it
/// takes part, or of a member that answers for the copy. What is published circulates without a
/// second person (R7 is about what a member asks of others); its versions say so.
///
/// An entry is known by list and reference: the same again changes nothing, another text makes a
/// version. In groups, each a transaction: an import that breaks off is repeated. While a group is
/// written, the next ones are read and made ready; few of them, so that memory does not grow.
@Service
class PublishedList {

    private static final int GROUP = 2_000;
    private static final int MOST_READY = 2;
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

    /// Reads a list to its end.
    interface Reading {
        void into(Consumer<Identity> entries) throws IOException;
    }

    /// An entry made ready.
    private record Entry(String reference, AlertText text, String content, String names) {}

    /// What ends the reading of a list that is written no more.
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /// One run, for the request's thread; what is read comes from another.
    final class Run {

        private final Terms terms;
        private final boolean withdrawsMissing;
        private final Acting acting = ActingTransaction.signedIn();
        private final ImportResult.Counting counting;
        private final Set<UUID> seen = new HashSet<>();
        private final Set<String> lists = new HashSet<>();
        private final int audience;

        /// Groups in order; an empty one is the last.
        private final BlockingQueue<List<Entry>> ready = new ArrayBlockingQueue<>(MOST_READY);

        private Map<String, Identity> group = new LinkedHashMap<>();

        private Run(Terms terms, boolean withdrawsMissing, ImportResult.Counting counting) {
            this.terms = terms;
            this.withdrawsMissing = withdrawsMissing;
            this.counting = counting;
            // In a transaction of its own: it would keep others from the same audience.
            this.audience =
                    transactions.asSignedIn(sql ->
                            sql.sql("SELECT manumit.audience_of('NONE', '{}')")
                                    .query(Integer.class)
                                    .single());
        }

        /// Imports what is read.
        ///
        /// @throws IOException if it cannot be read; what came before is imported
        void take(Reading reading) throws IOException {
            CompletableFuture<Optional<IOException>> read = new CompletableFuture<>();
            Thread reader =
                    Thread.ofPlatform()
                            .daemon()
                            .name("list-import")
                            .start(() -> read(reading, read));
            try {
                List<Entry> entries = ready.take();
                while (!entries.isEmpty()) {
                    List<Entry> some = entries;
                    boolean _ = transactions.asSignedIn(sql -> write(sql, some));
                    entries = ready.take();
                }
                Optional<IOException> broken = read.join();
                if (broken.isPresent()) {
                    throw broken.get();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ProblemException(
                        ProblemException.Code.UNAVAILABLE, "the hub stops; repeat the import");
            } catch (CompletionException e) {
                throw new IllegalStateException("the list could not be read", e.getCause());
            } finally {
                reader.interrupt();
            }
            if (withdrawsMissing) {
                lists.forEach(this::withdrawMissing);
            }
        }

        /// The border of the reading thread.
        private void read(Reading reading, CompletableFuture<Optional<IOException>> read) {
            try {
                Optional<IOException> broken = readAll(reading);
                handOver();
                read.complete(broken);
                put(List.of());
            } catch (Stopped e) {
                read.complete(Optional.empty());
            } catch (RuntimeException | Error e) {
                read.completeExceptionally(e);
                put(List.of());
            }
        }

        private Optional<IOException> readAll(Reading reading) {
            try {
                reading.into(this::add);
                return Optional.empty();
            } catch (IOException e) {
                return Optional.of(e);
            }
        }

        private void handOver() {
            if (!group.isEmpty()) {
                List<Entry> entries = new ArrayList<>(group.size());
                group.forEach((reference, entry) -> entries.add(entry(reference, entry)));
                group = new LinkedHashMap<>();
                put(entries);
            }
        }

        private void put(List<Entry> entries) {
            try {
                ready.put(entries);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Stopped();
            }
        }

        private void add(Identity entry) {
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
                handOver();
            }
        }

        private boolean write(JdbcClient sql, List<Entry> entries) {
            Map<String, Entry> fresh = new LinkedHashMap<>();
            entries.forEach(entry -> fresh.put(entry.reference(), entry));
            List<Known> known = known(sql, entries);
            for (Known one : known) {
                Entry entry = Objects.requireNonNull(fresh.remove(one.reference()));
                see(one.id());
                if (one.same()) {
                    counting.unchanged++;
                } else {
                    change(sql, one, entry.text());
                    counting.changed++;
                }
            }
            insert(sql, List.copyOf(fresh.values()));
            counting.added += fresh.size();
            renew(sql, known);
            return true;
        }

        /// Kept only where it is asked for: of a million that is much.
        private void see(UUID id) {
            if (withdrawsMissing) {
                seen.add(id);
            }
        }

        private Entry entry(String reference, Identity entry) {
            AlertText text = text(entry);
            return new Entry(
                    reference, text, json.writeValueAsString(text.content()), text.names());
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

        private List<Known> known(JdbcClient sql, List<Entry> entries) {
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
                    .param("references", texts(entries, Entry::reference))
                    .param("contents", texts(entries, Entry::content))
                    .param("owner", acting.member())
                    .query((row, _) ->
                            new Known(
                                    row.getObject("id", UUID.class),
                                    row.getString("owner_reference"),
                                    row.getBoolean("same")))
                    .list();
        }

        private void change(JdbcClient sql, Known known, AlertText text) {
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
        private void insert(JdbcClient sql, List<Entry> entries) {
            if (entries.isEmpty()) {
                return;
            }
            UUID[] ids = ids(sql, entries.size());
            List.of(ids).forEach(this::see);
            String[] references = texts(entries, Entry::reference);
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
                    .param("contents", texts(entries, Entry::content))
                    .param("names", texts(entries, Entry::names))
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
                    .param("texts", texts(entries, one -> json.writeValueAsString(one.text())))
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

        /// In the order of time, so that new rows stand at the end of each index.
        private static UUID[] ids(JdbcClient sql, int count) {
            return sql.sql("SELECT uuidv7() FROM generate_series(1, :count)")
                    .param("count", count)
                    .query(UUID.class)
                    .list()
                    .toArray(UUID[]::new);
        }

        private static String[] texts(List<Entry> entries, Function<Entry, String> part) {
            return entries.stream().map(part).toArray(String[]::new);
        }

        /// What is still published is reviewed by that.
        private void renew(JdbcClient sql, List<Known> known) {
            if (known.isEmpty()) {
                return;
            }
            sql.sql(
                            """
                            UPDATE manumit.alerts SET review_on = :review
                            WHERE owner = :owner AND id = ANY (:ids) AND review_on < :review
                            """)
                    .param("review", gate.today().plusYears(YEARS))
                    .param("owner", acting.member())
                    .param("ids", known.stream().map(Known::id).toArray(UUID[]::new))
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

    /// @param withdrawsMissing whether entries of these lists that do not come are withdrawn
    Run begin(Terms terms, boolean withdrawsMissing, ImportResult.Counting counting) {
        return new Run(terms, withdrawsMissing, counting);
    }
}
