package manumit.hub.hits;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import manumit.hub.access.Acting;
import manumit.hub.access.Role;
import manumit.hub.checks.RecordedCheck;
import manumit.hub.hits.HitWorld.Alert;
import manumit.hub.ownership.NonInterference;
import manumit.hub.ownership.NonInterference.Probe;
import manumit.hub.ownership.Restriction;
import manumit.hub.testing.Answer;
import manumit.hub.testing.Person;
import manumit.hub.testing.TestHub;
import manumit.hub.testing.TestMember;
import manumit.testkit.Seed;
import manumit.testkit.Seeds;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;

/// R2 and R3 over everything that hits answer: a member that is kept from an alert gets, byte for
/// byte, what it would get without it, whether its own check met the alert or somebody else's did.
@org.jspecify.annotations.NullUnmarked
class HitsNonInterferenceTest {

    private static final List<TestMember> MEMBERS = new ArrayList<>();
    private static final Map<UUID, Person> OFFICERS = new HashMap<>();
    private static List<Acting> actors;

    @BeforeAll
    static void admit() {
        IntStream.range(0, 3).forEach(_ -> MEMBERS.add(TestHub.admit()));
        MEMBERS.forEach(member -> OFFICERS.put(member.id(), member.user(Role.DUTY_OFFICER)));
        actors = MEMBERS.stream().map(member -> HitWorld.acting(member.id())).toList();
    }

    @ParameterizedTest
    @Seeds(4)
    void memberThatIsKeptOutSeesNothingAnywhere(Seed seed) {
        new NonInterference(new Hitting(), actors).check(seed.random());
    }

    /// Each alert is met by a check of every member: seen by those that may, hidden from the rest;
    /// who may sees it as a candidate found afterwards, some ask.
    private static final class Hitting implements NonInterference.World {

        private final HitWorld world = HitWorld.ofTestHub();
        private final HiddenHits writing = TestHub.bean(HiddenHits.class);
        private final Map<UUID, Alert> alerts = new HashMap<>();
        private final Map<UUID, Map<UUID, String>> hits = new HashMap<>();

        @Override
        public UUID create(Acting owner, Restriction restriction, Random random) {
            String code =
                    MEMBERS.stream()
                            .filter(member -> member.id().equals(owner.member()))
                            .findFirst()
                            .orElseThrow()
                            .code();
            Alert alert = world.alert(owner.member(), code, restriction, random.nextBoolean());
            alerts.put(alert.id(), alert);
            for (Acting member : actors) {
                boolean may = member.equals(owner) || restriction.admits(member.member());
                RecordedCheck check =
                        world.check(
                                member.member(),
                                may ? List.of(alert) : List.of(),
                                may ? List.of() : List.of(alert));
                if (may) {
                    TestHub.bean(manumit.hub.database.ActingTransaction.class)
                            .asRecorder(sql ->
                                    writing.add(
                                            sql, check, HitWorld.candidate(alert), false, true));
                }
                if (may && random.nextBoolean()) {
                    OFFICERS.get(member.member())
                            .post(
                                    "/api/v1/hits",
                                    "{\"check\":\""
                                            + check.id()
                                            + "\",\"alert\":\""
                                            + alert.id()
                                            + "\"}")
                            .expect(201);
                }
            }
            hits.put(alert.id(), ids(alert));
            return alert.id();
        }

        @Override
        public void restrict(Acting owner, UUID record, Restriction restriction) {
            world.restrict(alerts.get(record), restriction);
        }

        @Override
        public void delete(Acting owner, UUID record) {
            world.delete(alerts.get(record));
        }

        @Override
        public List<Probe> probes(UUID record) {
            List<Probe> probes = new ArrayList<>();
            for (String path :
                    List.of(
                            "/api/v1/hits?limit=500",
                            "/api/v1/hits?turn=mine&limit=500",
                            "/api/v1/hits?turn=others&limit=500",
                            "/api/v1/hits?turn=late",
                            "/api/v1/hits?turn=over",
                            "/api/v1/hits/statistics",
                            "/hits/statistics",
                            "/hits",
                            "/")) {
                probes.add(probe(path, _ -> path));
            }
            // What anybody asks about the hit of any member's check.
            for (TestMember member : MEMBERS) {
                Function<Acting, String> hit =
                        _ ->
                                hits.getOrDefault(record, Map.of())
                                        .getOrDefault(member.id(), UUID.randomUUID().toString());
                probes.add(probe("hit", acting -> "/api/v1/hits/" + hit.apply(acting)));
                probes.add(probe("page", acting -> "/hits/" + hit.apply(acting)));
                probes.add(
                        new Probe(
                                "message",
                                acting ->
                                        text(
                                                OFFICERS.get(acting.member())
                                                        .post(
                                                                "/api/v1/hits/"
                                                                        + hit.apply(acting)
                                                                        + "/actions",
                                                                "{\"action\":\"NO_ACTION\","
                                                                        + "\"words\":\"x\"}"))));
            }
            probes.add(
                    new Probe(
                            "ask",
                            acting ->
                                    text(
                                            OFFICERS.get(acting.member())
                                                    .post(
                                                            "/api/v1/hits",
                                                            "{\"check\":\""
                                                                    + UUID.randomUUID()
                                                                    + "\",\"alert\":\""
                                                                    + record
                                                                    + "\"}"))));
            return probes;
        }

        /// The hit of each member's check, whoever may see it.
        private static Map<UUID, String> ids(Alert alert) {
            Map<UUID, String> ids = new HashMap<>();
            TestSuperuser.sql()
                    .sql("SELECT member, id FROM manumit.hits WHERE alert = :alert")
                    .param("alert", alert.id())
                    .query((row, _) ->
                            ids.put(row.getObject("member", UUID.class), row.getString("id")))
                    .list();
            return ids;
        }

        private static Probe probe(String name, Function<Acting, String> path) {
            return new Probe(
                    name, acting -> text(OFFICERS.get(acting.member()).get(path.apply(acting))));
        }

        /// Without what differs from one request to the next: tokens, the time, the identifier that
        /// was asked for.
        private static String text(Answer answer) {
            return answer.status()
                    + " "
                    + answer.body()
                            .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
                            .replaceAll("\"instance\":\"[^\"]*\"", "")
                            .replaceAll("datetime=\"[^\"]*\"", "")
                            .replaceAll("[0-9]{2}:[0-9]{2}", "")
                            .replaceAll("[0-9]+ min|[0-9]+ h [0-9]+", "")
                            .replaceAll("value=\"[0-9]+\"", "")
                            .replaceAll("value=\"/hits/[^\"]*\"", "");
        }
    }
}
