package manumit.hub.journal;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import manumit.hub.web.Page;
import manumit.hub.web.ProblemException;
import manumit.journal.ActKind;
import manumit.journal.JournalQuery;
import manumit.journal.Outcome;
import org.jspecify.annotations.Nullable;

/// What to look for in the journal, as it comes from a query string; null and empty mean any.
///
/// @param user identifier of the user
/// @param recordType with `recordId`
/// @param kind a code of {@link ActKind}
/// @param outcome a code of {@link Outcome}
/// @param from ISO 8601, UTC, inclusive
/// @param until likewise, exclusive
/// @param after cursor: the value of `next` of the page before
/// @param limit entries of a page
record EntryFilter(
        @Nullable String user,
        @Nullable String recordType,
        @Nullable String recordId,
        @Nullable String operation,
        @Nullable String kind,
        @Nullable String outcome,
        @Nullable String from,
        @Nullable String until,
        @Nullable String after,
        @Nullable Integer limit) {

    private static final int MOST_CHARS = 128;

    /// One entry more than a page holds, to see whether others follow.
    ///
    /// @throws ProblemException that names the field
    JournalQuery query() {
        String type = text("recordType", recordType);
        String id = text("recordId", recordId);
        if (type.isEmpty() != id.isEmpty()) {
            throw invalid("recordType, recordId: give both or none");
        }
        JournalQuery query =
                JournalQuery.all()
                        .withUser("", text("user", user))
                        .withRecord(type, id)
                        .withOperation(text("operation", operation))
                        .withTime(time("from", from, Instant.EPOCH), time("until", until, FAR))
                        .withBefore(before(after))
                        .withLimit(items() + 1);
        String wantedKind = text("kind", kind);
        if (!wantedKind.isEmpty()) {
            query = query.withKind(kind(wantedKind));
        }
        String wantedOutcome = text("outcome", outcome);
        return wantedOutcome.isEmpty() ? query : query.withOutcome(outcome(wantedOutcome));
    }

    int items() {
        return Page.limit(limit);
    }

    /// Entries come newest first, so a page goes on below a number.
    static long before(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return Long.MAX_VALUE;
        }
        if (!cursor.matches("[1-9][0-9]{0,17}")) {
            throw new ProblemException(
                    ProblemException.Code.INVALID_CURSOR,
                    "after: not a cursor; use the value of next of the page before");
        }
        return Long.parseLong(cursor);
    }

    private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");

    private static ActKind kind(String code) {
        Optional<ActKind> found = ActKind.find(code);
        return found.orElseThrow(() ->
                invalid(
                        "kind: one of "
                                + Arrays.stream(ActKind.values())
                                        .map(ActKind::code)
                                        .collect(Collectors.joining(", "))));
    }

    private static Outcome outcome(String code) {
        return Outcome.find(code)
                .orElseThrow(() ->
                        invalid(
                                "outcome: one of "
                                        + Arrays.stream(Outcome.values())
                                                .map(Outcome::code)
                                                .collect(Collectors.joining(", "))));
    }

    private static String text(String field, @Nullable String value) {
        String text = value == null ? "" : value.strip();
        if (text.length() > MOST_CHARS || text.chars().anyMatch(Character::isISOControl)) {
            throw invalid(field + ": at most " + MOST_CHARS + " characters, no control characters");
        }
        return text;
    }

    private static Instant time(String field, @Nullable String value, Instant otherwise) {
        if (value == null || value.isBlank()) {
            return otherwise;
        }
        try {
            Instant time = Instant.parse(value.strip());
            if (time.isBefore(Instant.EPOCH) || time.isAfter(FAR)) {
                throw invalid(field + ": a time from 1970 to 9998");
            }
            return time;
        } catch (DateTimeParseException e) {
            throw invalid(field + ": a time in UTC such as 2026-03-01T00:00:00Z");
        }
    }

    private static ProblemException invalid(String detail) {
        return new ProblemException(ProblemException.Code.INVALID_FIELD, detail);
    }
}
