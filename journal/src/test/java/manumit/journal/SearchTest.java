package manumit.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import javax.sql.DataSource;
import manumit.testkit.Seed;
import manumit.testkit.Seeds;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class SearchTest {

    @SuppressWarnings("NullAway.Init")
    private static DataSource database;

    private static final List<JournalEntry> ENTRIES = new ArrayList<>();

    @BeforeAll
    static void aFewHundredActs() throws SQLException {
        database = Database.shared().newJournal();
        Random random = new Random(1);
        try (Journal journal = Opened.open(database)) {
            for (int i = 0; i < 6; i++) {
                List<Act> acts = new ArrayList<>();
                for (int k = 0; k < 100; k++) {
                    acts.add(Invented.act(random));
                }
                journal.appendAll(acts);
            }
        }
        ENTRIES.addAll(Opened.list(database, JournalQuery.all().withLimit(1_000)));
    }

    /// The model: every entry is looked at.
    private static List<Long> expected(Predicate<JournalEntry> fits) {
        return ENTRIES.stream().filter(fits).map(JournalEntry::sequence).toList();
    }

    private static List<Long> found(JournalQuery query) throws SQLException {
        return Opened.list(database, query.withLimit(1_000)).stream()
                .map(JournalEntry::sequence)
                .toList();
    }

    @ParameterizedTest
    @Seeds(20)
    void everySearchFindsWhatLookingAtEveryEntryFinds(Seed seed) throws SQLException {
        Random random = seed.random();
        JournalEntry some = Invented.pick(random, ENTRIES);
        Actor actor = some.act().actor();
        SubjectHash person = Invented.subject(random.nextInt(30));
        SubjectHash other = Invented.subject(random.nextInt(30));
        Instant from = Invented.pick(random, ENTRIES).at();
        Instant until = Invented.pick(random, ENTRIES).at().plusMillis(1);

        assertThat(found(JournalQuery.all().withUser(actor.member(), actor.user())))
                .isNotEmpty()
                .isEqualTo(
                        expected(e ->
                                e.act().actor().member().equals(actor.member())
                                        && e.act().actor().user().equals(actor.user())));
        assertThat(found(JournalQuery.all().withSubjects(Set.of(person, other))))
                .isEqualTo(
                        expected(e ->
                                e.act().subjects().contains(person)
                                        || e.act().subjects().contains(other)));
        assertThat(found(JournalQuery.all().withRecord("alert", "a-7")))
                .isEqualTo(expected(e -> e.act().record().id().equals("a-7")));
        assertThat(
                        found(
                                JournalQuery.all()
                                        .withKind(ActKind.SEARCH)
                                        .withOutcome(Outcome.DENIED)
                                        .withOperation("operation-1")
                                        .withTime(from, until)))
                .isEqualTo(
                        expected(e ->
                                e.act().kind() == ActKind.SEARCH
                                        && e.act().outcome() == Outcome.DENIED
                                        && e.act().operation().equals("operation-1")
                                        && !e.at().isBefore(from)
                                        && e.at().isBefore(until)));
    }

    @Test
    void pagesTogetherAreTheWhole() throws SQLException {
        List<Long> paged = new ArrayList<>();
        JournalQuery query = JournalQuery.all().withLimit(70);
        List<JournalEntry> page = Opened.list(database, query);
        while (!page.isEmpty()) {
            page.forEach(entry -> paged.add(entry.sequence()));
            page = Opened.list(database, query.withBefore(page.getLast().sequence()));
        }
        assertThat(paged).isEqualTo(expected(_ -> true));
    }

    @Test
    void aPersonsReportIsByOwnerWithItsClocks() throws SQLException {
        SubjectHash person = Invented.subject(3);
        Clock today = Clock.fixed(Instant.parse("2027-01-31T12:00:00Z"), ZoneOffset.UTC);
        try (Connection connection = Opened.as(database, "manumit_journal", "")) {
            JournalReader reader = new JournalReader(connection);
            SubjectReport report =
                    SubjectReport.make(
                            reader, Set.of(person), LocalDate.parse("2026-10-31"), today);

            assertThat(report.accessDue()).isEqualTo(LocalDate.parse("2027-02-28"));
            assertThat(report.deletionDue()).isEqualTo(LocalDate.parse("2027-07-31"));
            assertThat(report.accessDaysLeft()).isEqualTo(28);
            assertThat(report.deletionDaysLeft()).isEqualTo(181);
            assertThat(
                            report.answers().stream()
                                    .flatMap(answer -> answer.entries().stream())
                                    .map(JournalEntry::sequence))
                    .containsExactlyInAnyOrderElementsOf(
                            expected(e -> e.act().subjects().contains(person)));
            assertThat(report.answers())
                    .extracting(SubjectReport.Answer::member)
                    .isSorted()
                    .doesNotHaveDuplicates();
            for (SubjectReport.Answer answer : report.answers()) {
                assertThat(answer.entries())
                        .isSortedAccordingTo((a, b) -> Long.compare(a.sequence(), b.sequence()))
                        .allMatch(e ->
                                e.act().record().isNone()
                                        ? e.act().actor().member().equals(answer.member())
                                        : e.act().record().owner().equals(answer.member()));
            }
            assertThatThrownBy(() ->
                            SubjectReport.make(
                                    reader, Set.of(person), LocalDate.parse("2027-02-01"), today))
                    .hasMessageContaining("future");
        }
    }
}
