package manumit.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Asked of the database itself, as each role.
class RightsTest {

    @SuppressWarnings("NullAway.Init")
    private static DataSource database;

    private static final SubjectHash PERSON = Invented.subject(1);

    @BeforeAll
    static void threeActs() throws SQLException {
        database = Database.shared().newJournal();
        try (Journal journal = Opened.open(database)) {
            journal.append(
                    Act.of(Actor.user("LV", "user-1"), ActKind.READ, "alert.read")
                            .withRecord(new RecordReference("LV", "alert", "a-1"))
                            .withSubjects(List.of(PERSON)));
            journal.append(
                    Act.of(Actor.user("AR", "user-2"), ActKind.READ, "alert.read")
                            .withRecord(new RecordReference("LV", "alert", "a-1"))
                            .withSubjects(List.of(PERSON)));
            journal.append(
                    Act.of(Actor.user("AR", "user-2"), ActKind.SEARCH, "alert.search")
                            .withOutcome(Outcome.DENIED)
                            .withSubjects(List.of(PERSON)));
        }
    }

    static Stream<Arguments> attempts() {
        List<String> tables =
                List.of("identity", "entry", "entry_subject", "signing_key", "checkpoint");
        List<String> attempts =
                List.of(
                        "UPDATE journal.%s SET %s",
                        "DELETE FROM journal.%s",
                        "TRUNCATE journal.%s CASCADE",
                        "ALTER TABLE journal.%s DISABLE TRIGGER append_only",
                        "ALTER TABLE journal.%s DISABLE ROW LEVEL SECURITY",
                        "DROP TABLE journal.%s CASCADE");
        return Stream.of("manumit_app", "manumit_journal")
                .flatMap(role ->
                        tables.stream()
                                .flatMap(table ->
                                        attempts.stream()
                                                .map(attempt ->
                                                        Arguments.of(
                                                                role,
                                                                attempt.replaceFirst("%s", table)
                                                                        .replace(
                                                                                "%s",
                                                                                column(table))))));
    }

    private static String column(String table) {
        return switch (table) {
            case "identity" -> "one = one";
            case "signing_key" -> "public_key = ''";
            default -> "sequence = 9";
        };
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void noRoleOfTheApplicationChangesOrDeletes(String role, String attempt) throws SQLException {
        try (Connection connection = Opened.as(database, role, "LV");
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(attempt))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        }
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void evenAReplicasSessionOfASuperuserMeetsTheTrigger(String role, String attempt)
            throws SQLException {
        if (attempt.startsWith("ALTER") || attempt.startsWith("DROP")) {
            return; // A superuser can; the chain and its checkpoints tell.
        }
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            assertThatThrownBy(() -> statement.execute(attempt))
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void theApplicationItselfAddsNothing() throws SQLException {
        try (Connection connection = Opened.as(database, "manumit_app", "LV");
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() ->
                            statement.execute(
                                    "INSERT INTO journal.entry_subject VALUES"
                                            + " (gen_random_uuid(), 1)"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void aMemberReadsItsActsAndTheActsOnItsRecordsAndNothingElse() throws SQLException {
        assertThat(seenBy("LV", JournalQuery.all())).containsExactly(2L, 1L);
        assertThat(seenBy("AR", JournalQuery.all())).containsExactly(3L, 2L);
        assertThat(seenBy("SN", JournalQuery.all())).isEmpty();
        assertThat(seenBy("", JournalQuery.all())).isEmpty();
    }

    @Test
    void aSubjectIsFoundOnlyInEntriesOneMayRead() throws SQLException {
        JournalQuery query = JournalQuery.all().withSubjects(Set.of(PERSON));

        assertThat(seenBy("LV", query)).containsExactly(2L, 1L);
        assertThat(seenBy("SN", query)).isEmpty();
        try (Connection connection = Opened.as(database, "manumit_app", "SN");
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeQuery("SELECT FROM journal.entry_subject").next())
                    .isFalse();
        }
    }

    private static List<Long> seenBy(String member, JournalQuery query) throws SQLException {
        try (Connection connection = Opened.as(database, "manumit_app", member)) {
            return new JournalReader(connection)
                    .list(query).stream().map(JournalEntry::sequence).toList();
        }
    }
}
