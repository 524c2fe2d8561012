package manumit.hub.journal;

import java.io.IOException;
import java.io.Writer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import manumit.hub.access.Acting;
import manumit.hub.database.ActingTransaction;
import manumit.hub.database.JournalConnections;
import manumit.hub.web.Page;
import manumit.hub.web.ProblemException;
import manumit.journal.JournalEntry;
import manumit.journal.JournalQuery;
import manumit.journal.JournalReader;
import manumit.journal.SubjectHash;
import manumit.journal.SubjectKey;
import manumit.journal.SubjectReport;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/// Reads the journal in the name of whoever signed in: the database shows a member's own acts and
/// the acts on its own records, and nothing else.
@Service
class JournalSearches {

    private static final int EXPORT_PAGE = 1_000;

    private final ActingTransaction transactions;
    private final JournalConnections connections;
    private final SubjectKey subjects;
    private final JsonMapper json;
    private final Clock clock;

    JournalSearches(
            ActingTransaction transactions,
            JournalConnections connections,
            SubjectKey subjects,
            JsonMapper json,
            Clock clock) {
        this.transactions = transactions;
        this.connections = connections;
        this.subjects = subjects;
        this.json = json;
        this.clock = clock;
    }

    /// A page of entries, newest first.
    ///
    /// @param query for one entry more than a page holds
    Page<EntryView> page(JournalQuery query, int items) {
        List<JournalEntry> rows = list(query);
        List<EntryView> views = rows.stream().limit(items).map(EntryView::of).toList();
        return new Page<>(
                views, rows.size() > items ? Long.toString(views.getLast().sequence()) : null);
    }

    /// The hashes under which a person is found, by all identifiers known; the act at hand is about
    /// them.
    ///
    /// @throws ProblemException if an identifier has no letter or digit
    Set<SubjectHash> hashes(List<Identifier> identifiers) {
        try {
            Set<SubjectHash> hashes =
                    identifiers.stream()
                            .map(one -> subjects.hash(one.kind(), one.value()))
                            .collect(Collectors.toSet());
            ActUnderWay.tell(act -> act.aboutSubjects(hashes));
            return hashes;
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    ProblemException.Code.INVALID_FIELD,
                    "identifiers: a value has no letter and no digit");
        }
    }

    /// @throws ProblemException if the request was received later than today
    SubjectReport report(Set<SubjectHash> hashes, LocalDate receivedOn) {
        if (receivedOn.isAfter(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))) {
            throw new ProblemException(
                    ProblemException.Code.INVALID_FIELD, "receivedOn: lies in the future");
        }
        return transactions.onConnection(
                ActingTransaction.signedIn(),
                connection ->
                        SubjectReport.make(
                                new JournalReader(connection), hashes, receivedOn, clock));
    }

    /// Everything that the member may see, newest first, one JSON object a line. Memory does not
    /// grow with it.
    void extract(Acting acting, Writer out) throws IOException {
        JournalQuery query = JournalQuery.all().withLimit(EXPORT_PAGE);
        List<JournalEntry> page = list(acting, query);
        while (!page.isEmpty()) {
            for (JournalEntry entry : page) {
                out.write(json.writeValueAsString(EntryView.of(entry)));
                out.write('\n');
            }
            page = list(acting, query.withBefore(page.getLast().sequence()));
        }
        out.flush();
    }

    /// The whole, for `manumit journal verify`.
    void exportWhole(Writer out) throws IOException {
        connections.exportWhole(out);
    }

    /// Is this the general secretariat?
    boolean isSecretariat(Acting acting) {
        return transactions.as(
                acting,
                sql ->
                        sql.sql("SELECT secretariat FROM manumit.members WHERE id = :id")
                                .param("id", acting.member())
                                .query(Boolean.class)
                                .single());
    }

    private List<JournalEntry> list(JournalQuery query) {
        return list(ActingTransaction.signedIn(), query);
    }

    private List<JournalEntry> list(Acting acting, JournalQuery query) {
        return transactions.onConnection(
                acting, connection -> new JournalReader(connection).list(query));
    }
}
