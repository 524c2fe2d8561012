package manumit.hub.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import manumit.hub.access.Acting;
import manumit.hub.access.Purpose;
import manumit.hub.access.Reason;
import manumit.hub.access.Role;
import manumit.hub.alerts.AlertKind;
import manumit.hub.alerts.CirculatedAlert;
import manumit.hub.alerts.CirculatedAlerts;
import manumit.hub.alerts.PersonStatus;
import manumit.hub.database.ActingTransaction;
import manumit.hub.database.DatabaseServer;
import manumit.hub.database.HubDatabase;
import manumit.hub.identity.Description;
import manumit.hub.ownership.Evaluation;
import manumit.hub.ownership.HandlingCode;
import manumit.hub.testing.TestDatabase;
import manumit.matching.Band;
import manumit.matching.BirthDate;
import manumit.matching.Identity;
import manumit.matching.MemberSet;
import manumit.matching.Particulars;
import manumit.matching.Watchlist;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// Checks made before: asked backwards after a start, and forgotten in time.
@org.jspecify.annotations.NullUnmarked
class PastChecksTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final Particulars ABENA =
            Particulars.builder()
                    .name("Abena OSEI MENSAH")
                    .birthDate(BirthDate.of(1991, 4, 2))
                    .build();

    private static final Particulars KWAKU =
            Particulars.builder()
                    .name("Kwaku BONSU TETTEH")
                    .birthDate(BirthDate.of(1964, 9, 21))
                    .build();

    private static HubDatabase database;
    private static ActingTransaction transactions;
    private static CheckRows rows;
    private static StoredChecks stored;
    private static Acting seeing;
    private static Acting keptOut;
    private final CheckIds ids = new CheckIds(Clock.systemUTC());

    @BeforeAll
    static void open() {
        DatabaseServer server = TestDatabase.fresh();
        database = HubDatabase.on(server);
        transactions = new ActingTransaction(database.dataSource());
        rows = new CheckRows(JSON);
        stored = new StoredChecks(transactions, JSON);
        seeing = member("XCA");
        keptOut = member("XCB");
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void alertThatIsNewFindsChecksMadeBeforeTheStart() {
        UUID seen = record(seeing, KWAKU, NOW);
        UUID hidden = record(keptOut, KWAKU, NOW);
        record(seeing, Particulars.builder().name("Lena PRAX").build(), NOW);
        FakeAlerts alerts = new FakeAlerts();
        RecentlyChecked recent = new RecentlyChecked(transactions, alerts, stored, 1000);
        recent.load();
        MemberSet visible = MemberSet.EVERYBODY.without(alerts.number(keptOut.member()));
        Identity alert = alerts.circulate(KWAKU, visible);
        List<RecordedCheck> found = recent.matching(alert, Band.POSSIBLE, 100);
        assertThat(found).extracting(RecordedCheck::id).containsExactlyInAnyOrder(seen, hidden);
        for (RecordedCheck check : found) {
            boolean isHidden = check.id().equals(hidden);
            assertThat(check.candidates()).hasSize(isHidden ? 0 : 1);
            assertThat(check.hidden()).hasSize(isHidden ? 1 : 0);
            assertThat(check.madeAt()).isEqualTo(NOW);
            assertThat(isHidden ? check.hidden() : check.candidates())
                    .extracting(one -> one.evidence().method())
                    .as("compared as checks are")
                    .containsExactly("manumit-2");
        }
    }

    /// In a rush, checks wait before the index.
    @Test
    void checksOfARushAreFoundAtOnce() {
        Particulars listed =
                Particulars.builder()
                        .name("Esi ADJEI ANSAH")
                        .birthDate(BirthDate.of(1977, 5, 3))
                        .build();
        List<NewCheck> rush =
                IntStream.range(0, 1_500)
                        .mapToObj(
                                i -> check(ids.next(), seeing, i % 500 == 0 ? listed : ABENA, null))
                        .toList();
        FakeAlerts alerts = new FakeAlerts();
        RecentlyChecked recent = new RecentlyChecked(transactions, alerts, stored, 10_000);
        recent.load();
        transactions.asRecorder(sql -> {
            rows.insert(sql, rush, NOW, Collections.nCopies(rush.size(), 1L));
            return true;
        });
        recent.add(rush);
        Identity alert = alerts.circulate(listed, MemberSet.EVERYBODY);
        assertThat(recent.matching(alert, Band.POSSIBLE, 100))
                .extracting(RecordedCheck::id)
                .containsExactlyInAnyOrder(
                        rush.get(0).id(), rush.get(500).id(), rush.get(1_000).id());
    }

    @Test
    void travellersAreForgottenInTimeAndTheCheckStays() {
        UUID old = record(seeing, ABENA, NOW.minus(Duration.ofDays(91)));
        UUID young = record(seeing, ABENA, NOW.minus(Duration.ofDays(89)));
        int emptied =
                transactions.asRecorder(sql -> rows.forget(sql, NOW, Duration.ofDays(90), 100));
        assertThat(emptied).isEqualTo(1);
        assertThat(stored.get(seeing, old).traveller()).isNull();
        assertThat(stored.get(seeing, young).traveller()).isNotNull();
    }

    /// What a repeat after a restart is answered from.
    @Test
    void keyIsKnownAfterARestart() {
        UUID id = ids.next();
        insert(check(id, seeing, ABENA, "after the restart"), NOW);
        CheckRows.Key key = new CheckRows.Key(seeing.member(), "after the restart");
        Map<CheckRows.Key, CheckRows.Known> known =
                transactions.asRecorder(sql -> rows.find(sql, List.of(key)));
        assertThat(known.get(key)).isEqualTo(new CheckRows.Known(id, "00ff"));
        CheckRows.Key anothers = new CheckRows.Key(keptOut.member(), "after the restart");
        Map<CheckRows.Key, CheckRows.Known> theirs =
                transactions.asRecorder(sql -> rows.find(sql, List.of(anothers)));
        assertThat(theirs).isEmpty();
    }

    private UUID record(Acting acting, Particulars traveller, Instant at) {
        UUID id = ids.next();
        insert(check(id, acting, traveller, null), at);
        return id;
    }

    private static void insert(NewCheck check, Instant at) {
        transactions.asRecorder(sql -> {
            rows.insert(sql, List.of(check), at, List.of(1L));
            return true;
        });
    }

    private static NewCheck check(UUID id, Acting acting, Particulars traveller, String key) {
        return new NewCheck(
                id,
                new Asker(acting, new Reason("lantern", Purpose.BORDER_CHECK)),
                null,
                key,
                key == null ? null : "00ff",
                traveller,
                JSON.writeValueAsString(Description.of(traveller)),
                List.of(),
                List.of(),
                List.of(),
                new ChecksUnderWay().enter());
    }

    private static Acting member(String code) {
        UUID member = UUID.randomUUID();
        Acting coordinator =
                new Acting(
                        Acting.Kind.USER,
                        UUID.randomUUID(),
                        member,
                        Set.of(Role.COORDINATOR),
                        Set.of());
        transactions.as(
                coordinator,
                sql ->
                        sql.sql(
                                        "INSERT INTO manumit.members (id, code, kind, name) VALUES"
                                                + " (:id, :code, 'INTERNATIONAL_BODY', 'Body')")
                                .param("id", member)
                                .param("code", code)
                                .update());
        return new Acting(
                Acting.Kind.USER, UUID.randomUUID(), member, Set.of(Role.DUTY_OFFICER), Set.of());
    }

    /// One alert at a time; members numbered as they come.
    private static final class FakeAlerts implements CirculatedAlerts {

        private final Map<UUID, Integer> numbers = new HashMap<>();
        private final Map<UUID, CirculatedAlert> alerts = new HashMap<>();

        Identity circulate(Particulars described, MemberSet visibleTo) {
            UUID id = UUID.randomUUID();
            alerts.put(
                    id,
                    new CirculatedAlert(
                            id,
                            UUID.randomUUID(),
                            "REF",
                            AlertKind.WANTED,
                            PersonStatus.SUSPECT,
                            false,
                            Description.of(described),
                            "",
                            HandlingCode.H0,
                            new Evaluation(Evaluation.Source.A, 1),
                            "",
                            NOW,
                            1));
            return new Identity("XCC", id.toString(), described, visibleTo);
        }

        @Override
        public Watchlist watchlist() {
            return Watchlist.of(List.of());
        }

        @Override
        public int number(UUID member) {
            return numbers.computeIfAbsent(member, _ -> numbers.size());
        }

        @Override
        public MemberSet numbers(Collection<UUID> members) {
            MemberSet set = MemberSet.NOBODY;
            for (UUID member : members) {
                set = set.with(number(member));
            }
            return set;
        }

        @Override
        public Map<UUID, CirculatedAlert> find(Collection<UUID> wanted) {
            Map<UUID, CirculatedAlert> found = new HashMap<>(alerts);
            found.keySet().retainAll(wanted);
            return found;
        }
    }
}
