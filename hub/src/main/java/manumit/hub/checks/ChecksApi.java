package manumit.hub.checks;

import jakarta.validation.Valid;
import java.util.UUID;
import manumit.hub.access.Journaled;
import manumit.hub.access.Needs;
import manumit.hub.access.Purpose;
import manumit.hub.access.Right;
import manumit.hub.checks.CheckAnswer.Verdict;
import manumit.hub.checks.Verdicts.VerdictDraft;
import manumit.hub.database.ActingTransaction;
import manumit.hub.journal.ActUnderWay;
import manumit.journal.ActKind;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Checks of travellers and documents. Each says why it is made (`Manumit-Purpose`) and for which
/// operation.
@RestController
@RequestMapping(ChecksApi.PATH)
class ChecksApi {

    static final String PATH = "/api/v1/checks";

    private final Checks checks;
    private final StoredChecks stored;
    private final Verdicts verdicts;

    ChecksApi(Checks checks, StoredChecks stored, Verdicts verdicts) {
        this.checks = checks;
        this.stored = stored;
        this.verdicts = verdicts;
    }

    /// Answered when its journal entry is durable. With the same `Idempotency-Key` and the same
    /// question the answer comes from what is stored, and is counted once.
    @PostMapping
    @Journaled(
            kind = ActKind.CHECK,
            action = CheckActs.CHECK,
            purpose = Purpose.BORDER_CHECK,
            statesPurpose = true)
    @Needs(Right.CHECK)
    CheckAnswer check(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody CheckQuestion question) {
        CheckAnswer answer = checks.check(Asker.ofRequest(), question, key);
        ActUnderWay.tell(ActUnderWay::isWrittenElsewhere);
        return answer;
    }

    /// A check of the own member, as the member may see it now.
    @GetMapping("/{id}")
    @Journaled(kind = ActKind.READ, purpose = Purpose.BORDER_CHECK)
    @Needs(Right.CHECK)
    CheckAnswer get(@PathVariable UUID id) {
        return stored.get(ActingTransaction.signedIn(), id);
    }

    /// Sets a candidate aside, with the reason.
    @PostMapping("/{id}/verdicts")
    @Journaled(kind = ActKind.CHANGE, purpose = Purpose.BORDER_CHECK)
    @Needs(Right.CHECK)
    Verdict judge(@PathVariable UUID id, @Valid @RequestBody VerdictDraft verdict) {
        return verdicts.say(id, verdict);
    }
}
