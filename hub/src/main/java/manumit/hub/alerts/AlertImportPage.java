package manumit.hub.alerts;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import manumit.hub.access.Journaled;
import manumit.hub.access.Needs;
import manumit.hub.access.NotJournaled;
import manumit.hub.access.Purpose;
import manumit.hub.access.Right;
import manumit.hub.web.Form;
import manumit.hub.web.ProblemException;
import manumit.journal.ActKind;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// A file with a published list, or with own alerts as drafts.
@Controller
class AlertImportPage {

    private final AlertImports imports;

    AlertImportPage(AlertImports imports) {
        this.imports = imports;
    }

    @GetMapping("/alerts/import")
    @NotJournaled("an empty form")
    @Needs({Right.WRITE_RECORDS, Right.PROTECT})
    ModelAndView blank() {
        return page(Form.blank("imports"));
    }

    @PostMapping("/alerts/import")
    @Journaled(kind = ActKind.CHANGE, action = "alerts.import", purpose = Purpose.INVESTIGATION)
    @Needs({Right.WRITE_RECORDS, Right.PROTECT})
    ModelAndView take(
            @RequestParam(required = false) MultipartFile file,
            @RequestParam Map<String, String> typed)
            throws IOException {
        MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
        values.setAll(typed);
        Form form = Form.sent("imports", values);
        if (file == null || file.isEmpty()) {
            form.wrong("file");
            return page(form);
        }
        try (InputStream body = file.getInputStream()) {
            ImportResult result =
                    form.text("list").isEmpty()
                            ? imports.drafts(body)
                            : imports.published(
                                    body,
                                    form.text("list"),
                                    AlertImportsApi.terms(
                                            form.text("legalBasis"),
                                            form.text("instructions"),
                                            "H0",
                                            "X",
                                            4),
                                    form.has("withdrawMissing", "true"));
            return page(form).addObject("result", result);
        } catch (ProblemException e) {
            if (e.code() != ProblemException.Code.INVALID_FIELD) {
                throw e;
            }
            String field = Objects.requireNonNullElse(e.field(), "file");
            form.wrong(field.equals("body") ? "file" : field);
            return page(form);
        }
    }

    private static ModelAndView page(Form form) {
        ModelAndView page = new ModelAndView("alerts/import");
        page.addObject("form", form);
        if (form.isRefused()) {
            page.setStatus(HttpStatus.BAD_REQUEST);
        }
        return page;
    }
}
