package manumit.hub.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import manumit.hub.access.Acting;
import manumit.hub.alerts.Alerts.Wanted;
import manumit.hub.ownership.NonInterference;
import manumit.hub.ownership.NonInterference.Probe;
import manumit.hub.ownership.Restriction;
import manumit.hub.web.Page;
import manumit.hub.web.ProblemException;
import manumit.matching.BirthDate;
import manumit.matching.Particulars;
import manumit.testkit.Seed;
import manumit.testkit.Seeds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.springframework.dao.DataAccessException;

/// What a member that is kept from an alert gets is what it would get without the alert: from the
/// tables, lists, searches by name, versions, notices, and from the index that checks ask.
@org.jspecify.annotations.NullUnmarked
class AlertsNonInterferenceTest {

    private static final UUID START = new UUID(0, 0);
    private static final String NAME = "Janis Ozolins";

    @TempDir static Path folder;

    private static AlertWorld world;

    @BeforeAll
    static void open() {
        world = new AlertWorld(folder, 4);
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @ParameterizedTest
    @Seeds(4)
    void deniedMemberGetsWhatItWouldGetWithoutTheAlert(Seed seed) {
        new NonInterference(new Circulating(), world.members).check(seed.random());
    }

    /// R17: of somebody to protect even who is let see it sees nothing but by a check.
    @Test
    void shelteredAlertIsInNoTableAndNoListOfAnotherMember() {
        Acting owner = world.members.get(0);
        Acting other = world.members.get(1);
        Circulating questions = new Circulating();
        List<String> before = answers(questions.probes(UUID.randomUUID()), other);
        UUID alert = world.circulate(owner, "Marta Silina", "PROTECT", new Restriction.None());
        assertThat(answers(questions.probes(alert), other)).isEqualTo(before);
        world.process.index.catchUp();
        assertThat(
                        world.process.candidates(
                                traveller("Marta Silina"),
                                world.process.index.number(other.member())))
                .hasSize(1);
    }

    private static List<String> answers(List<Probe> probes, Acting acting) {
        return probes.stream()
                // A check may find it: that is what it circulates for.
                .filter(probe -> !probe.name().contains("may_find"))
                .map(probe -> probe.answer().apply(acting))
                .toList();
    }

    private static Particulars traveller(String name) {
        return Particulars.builder().name(name).birthDate(BirthDate.of(1984, 3, 2)).build();
    }

    private static class Circulating implements NonInterference.World {

        @Override
        public UUID create(Acting owner, Restriction restriction, Random random) {
            return world.circulate(owner, NAME, "WANTED", restriction);
        }

        @Override
        public void restrict(Acting owner, UUID record, Restriction restriction) {
            AlertView _ =
                    world.as(
                            owner,
                            () -> world.steps.restrict(record, null, world.written(restriction)));
        }

        @Override
        public void delete(Acting owner, UUID record) {
            boolean _ =
                    world.as(
                            owner,
                            () -> {
                                world.steps.delete(record, world.alerts.get(record).version());
                                return true;
                            });
        }

        @Override
        public List<Probe> probes(UUID record) {
            String one = " WHERE id = '" + record + "'";
            String of = " WHERE alert = '" + record + "'";
            return List.of(
                    probe(
                            "list",
                            () -> page(new Wanted(false, true, null, null, "", false, false))),
                    probe(
                            "by name",
                            () -> page(new Wanted(false, true, null, null, "ozol", false, false))),
                    probe(
                            "by state",
                            () ->
                                    page(
                                            new Wanted(
                                                    false,
                                                    true,
                                                    AlertState.CIRCULATED,
                                                    AlertKind.WANTED,
                                                    "",
                                                    false,
                                                    false))),
                    probe(
                            "in review",
                            () -> page(new Wanted(false, true, null, null, "", true, false))),
                    probe("one", () -> String.valueOf(world.alerts.get(record))),
                    probe("steps", () -> String.valueOf(world.history.steps(record))),
                    probe("versions", () -> String.valueOf(world.history.versions(record))),
                    probe("recipients", () -> String.valueOf(world.history.recipients(record))),
                    probe(
                            "notices",
                            () -> String.valueOf(world.notices.list(false, START, 100).items())),
                    probe("acknowledge", () -> String.valueOf(world.notices.acknowledge(record))),
                    probe(
                            "review",
                            () ->
                                    String.valueOf(
                                            world.steps.review(
                                                    record,
                                                    null,
                                                    new AlertSteps.Review(
                                                            null, null, null, null, null)))),
                    probe("withdraw", () -> String.valueOf(world.steps.withdraw(record, 99L, "x"))),
                    index(),
                    query("SELECT id, owner, state, content::text FROM manumit.alerts ORDER BY id"),
                    query("SELECT count(*), max(changed_at) FROM manumit.alerts"),
                    query("SELECT * FROM manumit.alerts" + one),
                    query("SELECT count(*) FROM manumit.alert_versions"),
                    query("SELECT count(*) FROM manumit.alert_steps" + of),
                    query("SELECT count(*) FROM manumit.alert_notices"),
                    query("SELECT count(*) FROM manumit.alert_changes"),
                    query("SELECT manumit.may_find('" + record + "')"),
                    query("SELECT * FROM manumit.restriction_of('" + record + "')"),
                    query("UPDATE manumit.alerts SET operation = 'x'" + one + " RETURNING id"));
        }

        private static String page(Wanted wanted) {
            Page<AlertView.Line> page = world.alerts.list(wanted, START, 500);
            return page.items().stream()
                    .map(line -> line.id() + " " + line.name() + " " + line.changedAt())
                    .toList()
                    .toString();
        }

        /// What a check of the member would find.
        private static Probe index() {
            return new Probe(
                    "index",
                    acting -> {
                        world.process.index.catchUp();
                        return world.process
                                .candidates(
                                        traveller(NAME),
                                        world.process.index.number(acting.member()))
                                .toString();
                    });
        }

        /// A refusal is an answer, too.
        private static Probe probe(String name, Supplier<String> question) {
            return new Probe(
                    name,
                    acting ->
                            world.as(
                                    acting,
                                    () -> {
                                        try {
                                            return question.get();
                                        } catch (ProblemException e) {
                                            return e.getBody().toString();
                                        }
                                    }));
        }

        /// Rolled back where it would change something.
        private static Probe query(String statement) {
            return new Probe(
                    statement.replaceAll("'[0-9a-f-]{36}'", "'…'"),
                    acting -> {
                        try {
                            return world.transactions.as(
                                    acting,
                                    sql -> {
                                        String answer =
                                                sql.sql(statement).query().listOfRows().toString();
                                        if (statement.startsWith("UPDATE")) {
                                            throw new RolledBack(answer);
                                        }
                                        return answer;
                                    });
                        } catch (RolledBack answer) {
                            return String.valueOf(answer.getMessage());
                        } catch (DataAccessException e) {
                            return e.getClass().getName();
                        }
                    });
        }
    }

    private static final class RolledBack extends RuntimeException {
        private static final long serialVersionUID = 1;

        RolledBack(String answer) {
            super(answer);
        }
    }
}
