package manumit.hub.checks;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import manumit.hub.access.Journaled;
import manumit.hub.access.Needs;
import manumit.hub.access.Purpose;
import manumit.hub.access.Right;
import manumit.hub.journal.ActUnderWay;
import manumit.hub.signin.StandingNow;
import manumit.journal.ActKind;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Checks as a stream: NDJSON in, NDJSON out, at the same time.
@RestController
class BulkChecksApi {

    static final String PATH = ChecksApi.PATH + "/bulk";

    private final BulkChecks bulk;
    private final StandingNow standing;

    BulkChecksApi(BulkChecks bulk, StandingNow standing) {
        this.bulk = bulk;
        this.standing = standing;
    }

    /// Each line is answered by one line, in order, when its entry is durable. Read while you send:
    /// nothing more is taken in while answers are not taken out. Lines that were not answered can
    /// be sent again with their keys.
    @PostMapping(PATH)
    @Journaled(
            kind = ActKind.CHECK,
            action = "checks.bulk",
            purpose = Purpose.BORDER_CHECK,
            statesPurpose = true)
    @Needs(Right.CHECK)
    void check(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ActUnderWay.tell(ActUnderWay::writeNow);
        response.setContentType("application/x-ndjson");
        bulk.run(
                Asker.ofRequest(),
                standing.of(request),
                request.getInputStream(),
                new BufferedOutputStream(response.getOutputStream(), 32_768));
    }
}
