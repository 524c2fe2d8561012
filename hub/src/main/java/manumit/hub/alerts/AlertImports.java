package manumit.hub.alerts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import manumit.hub.access.Acting;
import manumit.hub.alerts.FieldErrors.FieldError;
import manumit.hub.alerts.ImportResult.ImportReject;
import manumit.hub.alerts.PublishedList.Terms;
import manumit.hub.database.ActingTransaction;
import manumit.hub.database.IndexFolder;
import manumit.hub.database.PrivateFiles;
import manumit.hub.ownership.Restriction;
import manumit.hub.web.ProblemException;
import manumit.lists.ListReader;
import manumit.lists.Reject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Imports: a published list in any format that module `lists` knows, or own alerts as drafts, one
/// JSON object a line. What cannot be taken is told with line, code, field and remedy; the rest is.
@Service
class AlertImports {

    private static final Logger LOG = LoggerFactory.getLogger(AlertImports.class);
    private static final Pattern LIST = Pattern.compile("[a-z0-9][a-z0-9-]{0,49}");

    /// As module `lists` writes its reasons.
    private static final Pattern FIELD = Pattern.compile("([a-z_]+) of .*?: (.*)");

    private final ActingTransaction transactions;
    private final Alerts alerts;
    private final AlertRows rows;
    private final PublishedList published;
    private final QualityGate gate;
    private final DefaultCirculatedAlerts index;
    private final JsonMapper json;
    private final Path folder;

    AlertImports(
            ActingTransaction transactions,
            Alerts alerts,
            AlertRows rows,
            PublishedList published,
            QualityGate gate,
            DefaultCirculatedAlerts index,
            JsonMapper json,
            IndexFolder folder) {
        this.transactions = transactions;
        this.alerts = alerts;
        this.rows = rows;
        this.published = published;
        this.gate = gate;
        this.index = index;
        this.json = json;
        this.folder = folder.path();
    }

    /// A published list, as alerts that circulate.
    ///
    /// @param list name for a list that does not name itself
    /// @param withdrawMissing whether entries that are no longer on it are withdrawn
    /// @throws ProblemException if it is in no known format
    ImportResult published(InputStream body, String list, Terms terms, boolean withdrawMissing) {
        if (!LIST.matcher(list).matches()) {
            throw new ProblemException(
                    ProblemException.Code.INVALID_FIELD,
                    "list: its name in small letters, digits and '-', at most 50");
        }
        Alerts.requireWriter(ActingTransaction.signedIn(), false);
        ImportResult.Counting counting = new ImportResult.Counting();
        Path own = folder.resolve("import-" + UUID.randomUUID());
        try {
            PrivateFiles.folder(folder);
            PrivateFiles.folder(own);
            Path file = own.resolve(list);
            Files.copy(body, file);
            try {
                published
                        .begin(terms, withdrawMissing, counting)
                        .take(entries ->
                                ListReader.read(
                                        List.of(file),
                                        entries,
                                        reject -> counting.reject(reject(reject))));
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(own);
            }
        } catch (IOException e) {
            throw new ProblemException(
                    ProblemException.Code.INVALID_FIELD,
                    "body: a list in a format of docs/lists.md, in UTF-8, whole");
        }
        takeUp();
        return counting.result();
    }

    /// Own alerts: drafts, for the second person to look at. Known by reference; what is the same
    /// is left as it is, another text is a change.
    ImportResult drafts(InputStream body) {
        ImportResult.Counting counting = new ImportResult.Counting();
        try (BufferedReader lines =
                new BufferedReader(new java.io.InputStreamReader(body, StandardCharsets.UTF_8))) {
            String text;
            for (long line = 1; (text = lines.readLine()) != null; line++) {
                if (!text.isBlank()) {
                    draft(line, text, counting);
                }
            }
        } catch (IOException e) {
            throw new ProblemException(
                    ProblemException.Code.INVALID_FIELD, "body: whole, one JSON object a line");
        }
        takeUp();
        return counting.result();
    }

    private void draft(long line, String written, ImportResult.Counting counting) {
        try {
            AlertDraft draft = json.readValue(written, AlertDraft.class);
            FieldErrors errors = new FieldErrors();
            String reference =
                    errors.text(
                            "ownerReference", draft.ownerReference(), QualityGate.MOST_REFERENCE);
            Optional<AlertText> text = gate.check(draft, errors);
            if (text.isPresent() && errors.isEmpty()) {
                boolean _ =
                        transactions.asSignedIn(
                                sql -> draft(sql, reference, draft, text.get(), errors, counting));
            }
            for (FieldError error : errors.list()) {
                counting.reject(
                        new ImportReject(
                                line, "field-not-accepted", error.field(), error.accepted()));
            }
        } catch (JacksonException e) {
            counting.reject(
                    new ImportReject(
                            line, "json-broken", "", "one JSON object, in the shape of an alert"));
        } catch (AccessDeniedException e) {
            counting.reject(
                    new ImportReject(
                            line, "not-allowed", "kind", "one that your rights allow to make"));
        } catch (DuplicateKeyException e) {
            counting.reject(
                    new ImportReject(
                            line, "reference-taken", "ownerReference", "one that no other has"));
        }
    }

    private boolean draft(
            JdbcClient sql,
            String reference,
            AlertDraft draft,
            AlertText text,
            FieldErrors errors,
            ImportResult.Counting counting) {
        Acting acting = ActingTransaction.signedIn();
        Optional<AlertView> before = rows.lockByReference(sql, acting.member(), reference);
        if (before.isEmpty()) {
            Optional<Restriction> restriction =
                    alerts.restriction(sql, draft.restriction(), errors);
            if (errors.isEmpty()) {
                alerts.make(sql, acting, reference, text, restriction.orElseThrow());
                counting.added++;
            }
        } else if (before.get().kind().type() != text.kind().type()) {
            errors.add("kind", "a kind for a " + before.get().kind().type());
        } else if (json.writeValueAsString(before.get().latest())
                .equals(json.writeValueAsString(text))) {
            counting.unchanged++;
        } else {
            alerts.change(sql, before.get(), text);
            counting.changed++;
        }
        return true;
    }

    private static ImportReject reject(Reject reject) {
        Matcher field = FIELD.matcher(reject.reason());
        return field.matches()
                ? new ImportReject(reject.line(), reject.code(), field.group(1), field.group(2))
                : new ImportReject(reject.line(), reject.code(), "", reject.reason());
    }

    private void takeUp() {
        try {
            index.finishImport();
        } catch (RuntimeException e) {
            LOG.warn("an import is taken up later: {}", e.getClass().getName());
        }
    }
}
