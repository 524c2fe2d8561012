package manumit.hub.alerts;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import manumit.hub.access.Journaled;
import manumit.hub.access.Needs;
import manumit.hub.access.Purpose;
import manumit.hub.access.Right;
import manumit.hub.alerts.PublishedList.Terms;
import manumit.hub.ownership.Evaluation;
import manumit.hub.ownership.HandlingCode;
import manumit.journal.ActKind;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Imports of alerts: the body is the file itself.
@RestController
@RequestMapping("/api/v1/alerts/import")
class AlertImportsApi {

    private final AlertImports imports;

    AlertImportsApi(AlertImports imports) {
        this.imports = imports;
    }

    /// With `list`, a published list, which circulates; without, own alerts as drafts, NDJSON.
    ///
    /// @param legalBasis of keeping the list
    /// @param instructions what to do for whoever finds an entry
    /// @param handlingCode H0 to H3
    /// @param source A, B, C or X
    /// @param information 1 to 4
    /// @param withdrawMissing whether entries that are no longer on the list are withdrawn
    @PostMapping
    @Journaled(kind = ActKind.CHANGE, purpose = Purpose.INVESTIGATION)
    @Needs({Right.WRITE_RECORDS, Right.PROTECT})
    ImportResult take(
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String list,
            @RequestParam(required = false) @Nullable String legalBasis,
            @RequestParam(required = false) @Nullable String instructions,
            @RequestParam(required = false, defaultValue = "H0") String handlingCode,
            @RequestParam(required = false, defaultValue = "X") String source,
            @RequestParam(required = false, defaultValue = "4") int information,
            @RequestParam(required = false, defaultValue = "false") boolean withdrawMissing)
            throws IOException {
        if (list == null) {
            return imports.drafts(request.getInputStream());
        }
        return imports.published(
                request.getInputStream(),
                list,
                terms(legalBasis, instructions, handlingCode, source, information),
                withdrawMissing);
    }

    /// @throws ProblemException naming all that is not accepted
    static Terms terms(
            @Nullable String legalBasis,
            @Nullable String instructions,
            @Nullable String handlingCode,
            @Nullable String source,
            int information) {
        FieldErrors errors = new FieldErrors();
        String basis = errors.text("legalBasis", legalBasis, QualityGate.MOST_LEGAL_BASIS);
        String words = errors.text("instructions", instructions, QualityGate.MOST_INSTRUCTIONS);
        Optional<HandlingCode> handling =
                errors.choice("handlingCode", handlingCode, HandlingCode.class);
        Optional<Evaluation.Source> from = errors.choice("source", source, Evaluation.Source.class);
        if (information < 1 || information > 4) {
            errors.add("information", "1, 2, 3 or 4");
        }
        errors.refuse();
        return new Terms(
                basis,
                words,
                handling.orElseThrow(),
                new Evaluation(from.orElseThrow(), information));
    }
}
