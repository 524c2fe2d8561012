package manumit.hub.journal;

import java.time.Instant;
import java.util.List;
import manumit.journal.Act;
import manumit.journal.JournalEntry;
import manumit.journal.SubjectHash;

/// An entry as the API gives it; fields as in docs/journal.md.
///
/// @param subjects keyed hashes, hexadecimal
/// @param payload a JSON object, as text
record EntryView(
        long sequence,
        Instant at,
        String kind,
        String action,
        String outcome,
        String member,
        String user,
        String machine,
        String operation,
        String purpose,
        String post,
        String recordOwner,
        String recordType,
        String recordId,
        List<String> subjects,
        String payload,
        String hash) {

    static EntryView of(JournalEntry entry) {
        Act act = entry.act();
        return new EntryView(
                entry.sequence(),
                entry.at(),
                act.kind().code(),
                act.action(),
                act.outcome().code(),
                act.actor().member(),
                act.actor().user(),
                act.actor().machine(),
                act.operation(),
                act.purpose(),
                act.post(),
                act.record().owner(),
                act.record().type(),
                act.record().id(),
                act.subjects().stream().map(SubjectHash::hex).toList(),
                act.payload(),
                entry.hash().hex());
    }

    @Override
    public String toString() {
        return "EntryView[sequence=" + sequence + "]";
    }
}
