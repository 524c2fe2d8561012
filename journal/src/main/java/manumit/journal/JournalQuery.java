package manumit.journal;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which entries to look for. Every condition that is set must hold; none is set at first.
///
/// @param member of the actor; empty: any
/// @param user of the actor; empty: any
/// @param operation empty: any
/// @param recordType empty: any
/// @param recordId empty: any
/// @param subjects entries about at least one of these; empty: any
/// @param kindOrNull null: any
/// @param outcomeOrNull null: any
/// @param fromOrNull written at this time or later; null: any
/// @param untilOrNull written before this time; null: any
/// @param before entries with a smaller number only: to go on where a page ended
/// @param limit most entries, 1 to 10,000
public record JournalQuery(
        String member,
        String user,
        String operation,
        String recordType,
        String recordId,
        Set<SubjectHash> subjects,
        @Nullable ActKind kindOrNull,
        @Nullable Outcome outcomeOrNull,
        @Nullable Instant fromOrNull,
        @Nullable Instant untilOrNull,
        long before,
        int limit) {

    public static final int MOST_ENTRIES = 10_000;
    private static final int DEFAULT_LIMIT = 100;

    public JournalQuery {
        subjects = Set.copyOf(subjects);
        if (limit < 1 || limit > MOST_ENTRIES) {
            throw new IllegalArgumentException(
                    "limit: " + limit + ", must be 1 to " + MOST_ENTRIES);
        }
    }

    /// The newest hundred.
    public static JournalQuery all() {
        return new JournalQuery(
                "",
                "",
                "",
                "",
                "",
                Set.of(),
                null,
                null,
                null,
                null,
                Long.MAX_VALUE,
                DEFAULT_LIMIT);
    }

    /// What one user did.
    public JournalQuery withUser(String newMember, String newUser) {
        return new JournalQuery(
                newMember,
                newUser,
                operation,
                recordType,
                recordId,
                subjects,
                kindOrNull,
                outcomeOrNull,
                fromOrNull,
                untilOrNull,
                before,
                limit);
    }

    public JournalQuery withMember(String newMember) {
        return withUser(newMember, user);
    }

    public JournalQuery withOperation(String newOperation) {
        return new JournalQuery(
                member,
                user,
                newOperation,
                recordType,
                recordId,
                subjects,
                kindOrNull,
                outcomeOrNull,
                fromOrNull,
                untilOrNull,
                before,
                limit);
    }

    /// What was done with one record.
    public JournalQuery withRecord(String newType, String newId) {
        return new JournalQuery(
                member,
                user,
                operation,
                newType,
                newId,
                subjects,
                kindOrNull,
                outcomeOrNull,
                fromOrNull,
                untilOrNull,
                before,
                limit);
    }

    /// What was done about a person, by any of the person's identifiers.
    public JournalQuery withSubjects(Set<SubjectHash> newSubjects) {
        return new JournalQuery(
                member,
                user,
                operation,
                recordType,
                recordId,
                newSubjects,
                kindOrNull,
                outcomeOrNull,
                fromOrNull,
                untilOrNull,
                before,
                limit);
    }

    public JournalQuery withKind(ActKind kind) {
        return new JournalQuery(
                member,
                user,
                operation,
                recordType,
                recordId,
                subjects,
                kind,
                outcomeOrNull,
                fromOrNull,
                untilOrNull,
                before,
                limit);
    }

    public JournalQuery withOutcome(Outcome outcome) {
        return new JournalQuery(
                member,
                user,
                operation,
                recordType,
                recordId,
                subjects,
                kindOrNull,
                outcome,
                fromOrNull,
                untilOrNull,
                before,
                limit);
    }

    /// @param from inclusive
    /// @param until exclusive
    public JournalQuery withTime(Instant from, Instant until) {
        return new JournalQuery(
                member,
                user,
                operation,
                recordType,
                recordId,
                subjects,
                kindOrNull,
                outcomeOrNull,
                from,
                until,
                before,
                limit);
    }

    /// The page after the one that ended with this number.
    public JournalQuery withBefore(long sequence) {
        return new JournalQuery(
                member,
                user,
                operation,
                recordType,
                recordId,
                subjects,
                kindOrNull,
                outcomeOrNull,
                fromOrNull,
                untilOrNull,
                sequence,
                limit);
    }

    public JournalQuery withLimit(int newLimit) {
        return new JournalQuery(
                member,
                user,
                operation,
                recordType,
                recordId,
                subjects,
                kindOrNull,
                outcomeOrNull,
                fromOrNull,
                untilOrNull,
                before,
                newLimit);
    }

    public Optional<ActKind> kind() {
        return Optional.ofNullable(kindOrNull);
    }

    public Optional<Outcome> outcome() {
        return Optional.ofNullable(outcomeOrNull);
    }

    public Optional<Instant> from() {
        return Optional.ofNullable(fromOrNull);
    }

    public Optional<Instant> until() {
        return Optional.ofNullable(untilOrNull);
    }

    @Override
    public String toString() {
        return "journal query, at most " + limit;
    }
}
