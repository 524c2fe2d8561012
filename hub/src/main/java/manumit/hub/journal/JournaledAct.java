package manumit.hub.journal;

import java.util.List;
import java.util.UUID;
import manumit.hub.access.Acting;
import org.jspecify.annotations.Nullable;

/// Something that somebody did or was denied.
///
/// @param acting who
/// @param kind what
/// @param outcome how it ended
/// @param operation for which operation; null for work outside of any, such as administration
/// @param purpose code of the purpose; null as above
/// @param records identifiers of the records concerned, may be empty
/// @param subjectKeys keyed hashes of the identifiers of the people concerned; never plain
public record JournaledAct(
        Acting acting,
        Kind kind,
        Outcome outcome,
        @Nullable UUID operation,
        @Nullable String purpose,
        List<UUID> records,
        List<String> subjectKeys) {

    /// What is journaled.
    public enum Kind {
        READ,
        SEARCH,
        EXPORT,
        CREATE,
        CHANGE,
        DELETE,
        SIGN_IN,
        SIGN_OUT
    }

    /// Empty searches and denials count too.
    public enum Outcome {
        DONE,
        EMPTY,
        DENIED
    }

    public JournaledAct {
        records = List.copyOf(records);
        subjectKeys = List.copyOf(subjectKeys);
    }
}
