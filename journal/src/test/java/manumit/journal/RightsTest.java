package manumit.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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

    private static final List<String> TABLES =
            List.of("identity", "entry", "entry_subject", "signing_key", "checkpoint");

    private static final List<String> CHANGES =
            List.of(
                    "UPDATE journal.%s SET ",
                    "DELETE FROM journal.%s", "TRUNCATE journal.%s CASCADE");

    private static final List<String> TAKING_DOWN_THE_WALLS =
            List.of(
                    "ALTER TABLE journal.%s DISABLE TRIGGER append_only",
                    "ALTER TABLE journal.%s DISABLE ROW LEVEL SECURITY",
                    "DROP TABLE journal.%s CASCADE");

    static List<String> changes() {
        return attempts(CHANGES);
    }

    static List<Arguments> attemptsOfRoles() {
        List<Arguments> arguments = new ArrayList<>();
        for (String role : List.of("manumit_app", "manumit_journal")) {
            for (String attempt : attempts(CHANGES)) {
                arguments.add(Arguments.of(role, attempt));
            }
            for (String attempt : attempts(TAKING_DOWN_THE_WALLS)) {
                arguments.add(Arguments.of(role, attempt));
            }
        }
        return arguments;
    }

    private static List<String> attempts(List<String> statements) {
        List<String> attempts = new ArrayList<>();
        for (String table : TABLES) {
            for (String statement : statements) {
                String attempt = statement.replace("%s", table);
                attempts.add(attempt.endsWith("SET ") ? attempt + column(table) : attempt);
            }
        }
        return attempts;
    }

    private static String column(String table) {
        return switch (table) {
            case "identity" -> "one = one";
            case "signing_key" -> "public_key = ''";
            default -> "sequence = 9";
        };
    }

    @ParameterizedTest
    @MethodSource("attemptsOfRoles")
    void noRoleOfTheApplicationChangesOrDeletes(String role, String attempt) throws SQLException {
        try (Connection connection = Opened.as(database, role, "LV");
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(attempt))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        }
    }

    /// A superuser can take the trigger down; then the chain and its checkpoints tell.
    @ParameterizedTest
    @MethodSource("changes")
    void evenASuperusersSessionAsAReplicaMeetsTheTrigger(String attempt) throws SQLException {
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
