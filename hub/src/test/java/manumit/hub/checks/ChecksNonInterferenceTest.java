package manumit.hub.checks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import manumit.hub.access.Acting;
import manumit.hub.access.Role;
import manumit.hub.ownership.NonInterference;
import manumit.hub.ownership.NonInterference.Probe;
import manumit.hub.ownership.Restriction;
import manumit.hub.testing.Person;
import manumit.hub.testing.TestAlerts;
import manumit.hub.testing.TestHub;
import manumit.hub.testing.TestMember;
import manumit.testkit.Seed;
import manumit.testkit.Seeds;
import manumit.testkit.Slow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;

/// R2, R3: what a member that is kept out gets by checks, streams, pages, counts and the journal is
/// what it would get without the alert.
@Slow
class ChecksNonInterferenceTest {

    private static final Map<UUID, TestMember> MEMBERS = new HashMap<>();
    private static final Map<UUID, Person> PEOPLE = new HashMap<>();
    private static final Map<UUID, String> TOKENS = new HashMap<>();
    private static final List<Acting> ACTORS = new ArrayList<>();
    private static final String SOMEBODY = Travellers.somebody();

    @BeforeAll
    static void members() {
        for (int i = 0; i < 3; i++) {
            TestMember member = TestHub.admit();
            MEMBERS.put(member.id(), member);
            Person person = member.user(Role.DUTY_OFFICER, Role.AUDITOR);
            person.get("/duty").expect(200);
            person.postForm("/duty", Map.of("purpose", "border-check", "operation", "", "post", ""))
                    .expect(302);
            PEOPLE.put(member.id(), person);
            TOKENS.put(member.id(), ChecksTest.token(member));
            ACTORS.add(
                    new Acting(
                            Acting.Kind.USER,
                            UUID.randomUUID(),
                            member.id(),
                            Set.of(Role.DUTY_OFFICER),
                            Set.of()));
        }
    }

    @ParameterizedTest
    @Seeds(1)
    void memberThatIsKeptOutGetsWhatItWouldGetWithoutTheAlert(Seed seed) {
        new NonInterference(new World(), ACTORS).check(seed.random());
    }

    /// Alerts about one and the same traveller, and all ways of asking about that traveller.
    private static final class World implements NonInterference.World {

        @Override
        public UUID create(Acting owner, Restriction restriction, Random random) {
            return TestAlerts.circulate(
                    member(owner),
                    random.nextBoolean() ? "WANTED" : "PROTECT",
                    SOMEBODY,
                    restriction);
        }

        @Override
        public void restrict(Acting owner, UUID record, Restriction restriction) {
            TestAlerts.restrict(record, restriction);
        }

        @Override
        public void delete(Acting owner, UUID record) {
            TestAlerts.delete(record);
        }

        @Override
        public List<Probe> probes(UUID record) {
            return List.of(
                    probe("check", World::check),
                    probe("bulk", World::bulk),
                    probe("page", World::page),
                    probe("match", World::match),
                    probe("stored", World::stored),
                    probe("journal", World::journal),
                    probe("coverage", World::coverage));
        }

        private static Probe probe(String name, Function<Acting, String> answer) {
            return new Probe(name, acting -> plain(answer.apply(acting)));
        }

        private static String check(Acting acting) {
            return machine(acting)
                    .with("Manumit-Purpose", "border-check")
                    .post("/api/v1/checks", Travellers.question(SOMEBODY))
                    .expect(200)
                    .body();
        }

        private static String bulk(Acting acting) {
            return machine(acting)
                    .with("Manumit-Purpose", "border-check")
                    .post(
                            "/api/v1/checks/bulk",
                            BulkChecksTest.line("k-" + UUID.randomUUID(), SOMEBODY).repeat(2))
                    .expect(200)
                    .body();
        }

        private static String match(Acting acting) {
            String name = SOMEBODY.replaceAll(".*\"whole\":\"([^\"]*)\".*", "$1");
            return machine(acting)
                    .post(
                            "/match/default",
                            "{\"queries\":{\"q\":{\"schema\":\"Person\",\"properties\":{\"name\":[\""
                                    + name
                                    + "\"]}}}}")
                    .expect(200)
                    .body();
        }

        /// Without the parts that differ by time and by how often was asked.
        private static String page(Acting acting) {
            Person person = person(acting);
            person.get("/check").expect(200);
            String name = SOMEBODY.replaceAll(".*\"whole\":\"([^\"]*)\".*", "$1");
            String body = person.postForm("/check", Map.of("scan", name)).expect(200).body();
            return body.substring(body.indexOf("id=\"answer\""));
        }

        private static String stored(Acting acting) {
            String id =
                    machine(acting)
                            .with("Manumit-Purpose", "border-check")
                            .post("/api/v1/checks", Travellers.question(SOMEBODY))
                            .text("id");
            return machine(acting).get("/api/v1/checks/" + id).expect(200).body();
        }

        /// The newest entry about a check.
        private static String journal(Acting acting) {
            String id =
                    machine(acting)
                            .with("Manumit-Purpose", "border-check")
                            .post("/api/v1/checks", Travellers.question(SOMEBODY))
                            .text("id");
            StringBuilder told = new StringBuilder();
            ChecksTest.entriesAbout("check", id)
                    .forEach(entry ->
                            told.append(entry.act().outcome()).append(entry.act().payload()));
            return told.toString();
        }

        private static String coverage(Acting acting) {
            return person(acting).get("/api/v1/coverage").expect(200).body().replaceAll("\\d+", "");
        }

        /// Numbers, times and keys of this very answer are no answer.
        private static String plain(String answer) {
            return answer.replaceAll(
                            "[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}",
                            "CHECK")
                    .replaceAll("\"madeAt\":\"[^\"]*\"", "")
                    .replaceAll("\"journalEntry\":\\d+", "")
                    .replaceAll("\"key\":\"[^\"]*\"", "")
                    .replaceAll("Answered in [0-9.]+ s", "")
                    .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
                    .replaceAll("class=\"mono\">[0-9A-F]{12}<", "");
        }

        private static TestMember member(Acting acting) {
            return java.util.Objects.requireNonNull(MEMBERS.get(acting.member()));
        }

        private static Person person(Acting acting) {
            return java.util.Objects.requireNonNull(PEOPLE.get(acting.member()));
        }

        private static Person machine(Acting acting) {
            return new Person(TestHub.address())
                    .withToken(java.util.Objects.requireNonNull(TOKENS.get(acting.member())));
        }
    }
}
