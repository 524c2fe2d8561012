package manumit.hub.journal;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import manumit.hub.access.Acting;
import manumit.hub.access.Journaled;
import manumit.hub.access.Needs;
import manumit.hub.access.NotJournaled;
import manumit.hub.access.Open;
import manumit.hub.access.Purpose;
import manumit.hub.access.Right;
import manumit.hub.access.Role;
import manumit.hub.database.ActingTransaction;
import manumit.hub.web.Page;
import manumit.hub.web.ProblemException;
import manumit.journal.ActKind;
import manumit.journal.JournalQuery;
import manumit.journal.SigningKey;
import manumit.journal.SubjectReport;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The journal (R12), to its auditors and data-protection officers: their member's own acts and the
/// acts on its records. Looking into it is an act as well.
@RestController
@RequestMapping(JournalApi.PATH)
class JournalApi {

    static final String PATH = "/api/v1/journal";
    static final String NDJSON = "application/x-ndjson";

    private final JournalSearches searches;
    private final SigningKey signing;

    JournalApi(JournalSearches searches, SigningKey signing) {
        this.searches = searches;
        this.signing = signing;
    }

    /// A search for a person, by any of these.
    ///
    /// @param after cursor, as for entries
    record SubjectSearch(
            @NotEmpty @Size(max = 64) List<@Valid @NotNull Identifier> identifiers,
            @Nullable String after,
            @Nullable Integer limit) {}

    /// A person asks what is held (R13).
    ///
    /// @param receivedOn when the request was received
    record SubjectRequest(
            @NotEmpty @Size(max = 64) List<@Valid @NotNull Identifier> identifiers,
            @NotNull LocalDate receivedOn) {}

    /// What is held, and how long there is to answer.
    ///
    /// @param accessDue last day to answer a request for access
    /// @param accessDaysLeft negative when late
    /// @param deletionDue last day to carry out a request for deletion
    record Report(
            LocalDate receivedOn,
            LocalDate madeOn,
            LocalDate accessDue,
            long accessDaysLeft,
            LocalDate deletionDue,
            long deletionDaysLeft,
            List<Answering> members) {

        static Report of(SubjectReport report) {
            return new Report(
                    report.receivedOn(),
                    report.madeOn(),
                    report.accessDue(),
                    report.accessDaysLeft(),
                    report.deletionDue(),
                    report.deletionDaysLeft(),
                    report.answers().stream()
                            .map(answer ->
                                    new Answering(
                                            answer.member(),
                                            answer.entries().stream().map(EntryView::of).toList()))
                            .toList());
        }
    }

    /// @param member that must answer: the owner of the records, or who acted
    /// @param entries oldest first
    record Answering(String member, List<EntryView> entries) {}

    /// @param publicKey X.509, Base64
    /// @param fingerprint SHA-256, hexadecimal
    record Key(String publicKey, String fingerprint) {}

    @GetMapping("/entries")
    @Needs(Right.READ_JOURNAL)
    @Journaled(kind = ActKind.SEARCH, action = "journal.search", purpose = Purpose.AUDIT)
    Page<EntryView> entries(@ParameterObject @ModelAttribute EntryFilter filter) {
        return searches.page(filter.query(), filter.items());
    }

    /// By POST, so that identifiers stand in no address and no log of a proxy.
    @PostMapping("/subject-searches")
    @Needs(Right.READ_JOURNAL)
    @Journaled(
            kind = ActKind.SEARCH,
            action = "journal.search-subject",
            purpose = Purpose.AUDIT,
            statesPurpose = true)
    Page<EntryView> searchSubject(@Valid @RequestBody SubjectSearch body) {
        int items = Page.limit(body.limit());
        return searches.page(
                JournalQuery.all()
                        .withSubjects(searches.hashes(body.identifiers()))
                        .withBefore(EntryFilter.before(body.after()))
                        .withLimit(items + 1),
                items);
    }

    @PostMapping("/subject-reports")
    @Needs(Right.SUBJECT_REPORTS)
    @Journaled(
            kind = ActKind.SEARCH,
            action = "journal.subject-report",
            purpose = Purpose.DATA_PROTECTION)
    Report report(@Valid @RequestBody SubjectRequest body) {
        SubjectReport report =
                searches.report(searches.hashes(body.identifiers()), body.receivedOn());
        ActUnderWay.tell(act -> act.found(report.answers().size()));
        return Report.of(report);
    }

    /// Lines of JSON. An extract holds what the member may see and is proven by nothing but the
    /// hub's word; the whole holds every member's entries and proves itself with `manumit journal
    /// verify`.
    ///
    /// @param whole for auditors of the general secretariat
    @GetMapping(path = "/export", produces = NDJSON)
    @Needs(Right.READ_JOURNAL)
    @Journaled(kind = ActKind.EXPORT, action = "journal.export", purpose = Purpose.AUDIT)
    void export(@RequestParam(defaultValue = "false") boolean whole, HttpServletResponse response)
            throws IOException {
        Acting acting = ActingTransaction.signedIn();
        if (whole && !(acting.roles().contains(Role.AUDITOR) && searches.isSecretariat(acting))) {
            throw new ProblemException(
                    ProblemException.Code.NOT_ALLOWED,
                    "whole: for auditors of the general secretariat; without it you get what your"
                            + " member may see");
        }
        // Before the first line leaves.
        ActUnderWay.tell(ActUnderWay::writeNow);
        response.setContentType(NDJSON);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"" + (whole ? "journal" : "extract") + ".ndjson\"");
        if (whole) {
            searches.exportWhole(response.getWriter());
        } else {
            searches.extract(acting, response.getWriter());
        }
    }

    /// The key that signs checkpoints, to be compared with the one that auditors were given.
    @GetMapping("/key")
    @Open(Open.Whom.SIGNED_IN)
    @NotJournaled("public, and the same for everybody")
    Key key() {
        return new Key(signing.verifyingKey().base64(), signing.verifyingKey().fingerprint().hex());
    }
}
