package manumit.hub.checks;

import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import manumit.hub.access.Acting;
import manumit.hub.access.Journaled;
import manumit.hub.access.Needs;
import manumit.hub.access.Purpose;
import manumit.hub.access.Right;
import manumit.hub.database.ActingTransaction;
import manumit.hub.journal.ActUnderWay;
import manumit.hub.web.Place;
import manumit.hub.web.Versions;
import manumit.journal.ActKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// A file of travellers: sent, watched, its results taken home.
@Controller
class BatchPage {

    static final String PATH = "/check/batch";

    private final BatchRuns runs;

    BatchPage(BatchRuns runs) {
        this.runs = runs;
    }

    @Configuration(proxyBeanMethods = false)
    static class Where {
        @Bean
        Place batchPlace() {
            return new Place("batch", PATH, "file-upload", Right.CHECK, 31);
        }
    }

    @GetMapping(PATH)
    @Journaled(kind = ActKind.READ, action = "checks.batches", purpose = Purpose.BORDER_CHECK)
    @Needs(Right.CHECK)
    String show(Model model) {
        List<BatchRuns.Run> own = runs.list(ActingTransaction.signedIn().id());
        model.addAttribute("runs", own);
        model.addAttribute("running", own.stream().anyMatch(BatchRuns.Run::isRunning));
        return "checks/batch";
    }

    /// Each traveller of it is a check of its own, with its own entry.
    @PostMapping(PATH)
    @Journaled(
            kind = ActKind.CHECK,
            action = "checks.batch",
            purpose = Purpose.BORDER_CHECK,
            statesPurpose = true)
    @Needs(Right.CHECK)
    String send(@RequestParam MultipartFile file, HttpSession session) throws IOException {
        ActUnderWay.tell(ActUnderWay::writeNow);
        byte[] bytes = file.getBytes();
        BatchRuns.Run _ =
                runs.begin(Asker.ofRequest(), DutyChoice.post(session), bytes, digest(bytes));
        return "redirect:" + PATH;
    }

    @GetMapping(PATH + "/{id}/results")
    @Journaled(kind = ActKind.EXPORT, action = "checks.results", purpose = Purpose.BORDER_CHECK)
    @Needs(Right.CHECK)
    ResponseEntity<byte[]> results(@PathVariable UUID id) {
        Acting acting = ActingTransaction.signedIn();
        BatchRuns.Run run = runs.find(acting.id(), id).orElseThrow(Versions::notFound);
        return ResponseEntity.ok()
                .header("Content-Type", "text/csv; charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"checks.csv\"")
                .body(run.results().getBytes(StandardCharsets.UTF_8));
    }

    /// The same file has the same keys: sent twice, it is counted once.
    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256: absent, but every Java must have it", e);
        }
    }
}
