package manumit.hub.journal;

import java.util.Locale;
import java.util.UUID;
import manumit.journal.RecordReference;

/// What a handler answers with or changes, so that the journal can say which record it was.
public interface JournaledRecord {

    UUID id();

    /// Whose it is; a member's own entry belongs to that member.
    default UUID member() {
        return id();
    }

    /// Such as `post` of a class `Post`.
    default RecordReference journalReference() {
        return new RecordReference(
                member().toString(),
                getClass().getSimpleName().toLowerCase(Locale.ROOT),
                id().toString());
    }
}
