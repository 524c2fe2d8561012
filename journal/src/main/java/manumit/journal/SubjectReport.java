package manumit.journal;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What the journal holds about a person, for a request of that person: all entries about any of
/// the person's identifiers, by the member that must answer, with the days by which it must.
///
/// A request for access is answered within four months, a request for deletion carried out within
/// nine, from the day on which it was received.
///
/// @param receivedOn when the request was received, UTC
/// @param madeOn when this report was made, UTC
/// @param answers one for each member concerned, by member
public record SubjectReport(LocalDate receivedOn, LocalDate madeOn, List<Answer> answers) {

    private static final int ACCESS_MONTHS = 4;
    private static final int DELETION_MONTHS = 9;

    public SubjectReport {
        answers = List.copyOf(answers);
    }

    /// The entries that one member answers for.
    ///
    /// @param member owner of the records; the actor's member where an entry is about no record
    /// @param entries oldest first
    public record Answer(String member, List<JournalEntry> entries) {

        public Answer {
            entries = List.copyOf(entries);
        }
    }

    /// Collects the report.
    ///
    /// @param reader with the right to see all entries
    /// @param subjects hashes of all identifiers known of the person
    /// @param clock for today's date
    /// @throws IllegalArgumentException if there is no identifier, or the request comes from the
    ///   future
    public static SubjectReport make(
            JournalReader reader, Set<SubjectHash> subjects, LocalDate receivedOn, Clock clock)
            throws SQLException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (subjects.isEmpty()) {
            throw new IllegalArgumentException("subjects: none, at least one identifier is needed");
        }
        if (receivedOn.isAfter(today)) {
            throw new IllegalArgumentException("receivedOn: lies in the future");
        }
        Map<String, List<JournalEntry>> byMember = new TreeMap<>();
        JournalQuery query =
                JournalQuery.all().withSubjects(subjects).withLimit(JournalQuery.MOST_ENTRIES);
        List<JournalEntry> page = reader.list(query);
        while (!page.isEmpty()) {
            for (JournalEntry entry : page) {
                RecordReference record = entry.act().record();
                String member = record.isNone() ? entry.act().actor().member() : record.owner();
                byMember.computeIfAbsent(member, _ -> new ArrayList<>()).add(entry);
            }
            page = reader.list(query.withBefore(page.getLast().sequence()));
        }
        List<Answer> answers = new ArrayList<>();
        byMember.forEach((member, entries) -> answers.add(new Answer(member, entries.reversed())));
        return new SubjectReport(receivedOn, today, answers);
    }

    /// Last day to answer a request for access.
    public LocalDate accessDue() {
        return receivedOn.plusMonths(ACCESS_MONTHS);
    }

    /// Last day to carry out a request for deletion.
    public LocalDate deletionDue() {
        return receivedOn.plusMonths(DELETION_MONTHS);
    }

    /// Days left to answer, from the day of this report; negative when late.
    public long accessDaysLeft() {
        return ChronoUnit.DAYS.between(madeOn, accessDue());
    }

    /// Days left to delete, from the day of this report; negative when late.
    public long deletionDaysLeft() {
        return ChronoUnit.DAYS.between(madeOn, deletionDue());
    }

    @Override
    public String toString() {
        return "subject report of " + answers.size() + " members, due " + accessDue();
    }
}
