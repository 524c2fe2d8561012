package manumit.hub.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import manumit.hub.access.Acting;
import manumit.hub.access.RecordType;
import manumit.hub.access.Role;
import manumit.hub.alerts.CirculatingRows.Change;
import manumit.hub.database.ActingTransaction;
import manumit.hub.database.DatabaseServer;
import manumit.hub.database.HubDatabase;
import manumit.hub.ownership.Evaluation;
import manumit.hub.ownership.HandlingCode;
import manumit.hub.ownership.NewOwnedRecord;
import manumit.hub.ownership.OwnedRecords;
import manumit.hub.ownership.Restriction;
import manumit.hub.testing.TestDatabase;
import manumit.matching.Band;
import manumit.matching.BirthDate;
import manumit.matching.MemberSet;
import manumit.matching.Particulars;
import manumit.matching.Query;
import manumit.matching.Watchlist;
import manumit.testkit.Seed;
import manumit.testkit.Seeds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// The index of what circulates: of one process and of several on one database.
@org.jspecify.annotations.NullUnmarked
class CirculatedAlertsTest {

    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final int NO_FILE = 1_000_000;
    private static final OwnedRecords RECORDS = new OwnedRecords();
    private static final String[] NAMES = {
        "Janis Ozolins",
        "Grace Wanjiru",
        "Lucia Fernandez",
        "Nabil Haddad",
        "Sigrid Lindqvist",
        "Chidi Okonkwo"
    };

    @TempDir Path folder;

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static DatabaseServer server;
    private static HubDatabase database;
    private static ActingTransaction transactions;
    private List<Acting> members;

    @BeforeAll
    static void open() {
        server = TestDatabase.fresh();
        database = HubDatabase.on(server);
        transactions = new ActingTransaction(database.dataSource());
    }

    @BeforeEach
    void admit() {
        members = IntStream.range(0, 3).mapToObj(_ -> member()).toList();
    }

    @AfterEach
    void deleteAll() {
        members.forEach(member ->
                transactions.as(
                        member, sql -> sql.sql("DELETE FROM manumit.owned_records").update()));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void circulatedAlertIsFoundByEveryProcessWithinASecond() throws InterruptedException {
        try (IndexedHub one = hub("one", NO_FILE);
                IndexedHub other = hub("other", NO_FILE)) {
            UUID alert = circulate(0, "Janis Ozolins", new Restriction.None());
            for (IndexedHub hub : List.of(one, other)) {
                assertWithin(A_SECOND, () -> !found(hub, "Janis Ozolins", 1).isEmpty());
                assertThat(hub.index.find(List.of(alert)).get(alert).ownerReference())
                        .isEqualTo("reference of Janis Ozolins");
                assertWithin(A_SECOND, () -> !hub.told.isEmpty());
                assertThat(hub.told).extracting(AlertChange::alert).containsOnly(alert);
            }
            transactions.as(members.get(0), sql -> RECORDS.delete(sql, alert));
            for (IndexedHub hub : List.of(one, other)) {
                assertWithin(A_SECOND, () -> found(hub, "Janis Ozolins", 1).isEmpty());
                assertThat(hub.index.find(List.of(alert))).isEmpty();
            }
        }
    }

    @Test
    void restrictionActsOnChecksWithinASecondAndTheOwnerStillFindsIt() throws InterruptedException {
        try (IndexedHub hub = hub("one", NO_FILE)) {
            UUID alert = circulate(0, "Grace Wanjiru", new Restriction.None());
            assertWithin(A_SECOND, () -> !found(hub, "Grace Wanjiru", 1).isEmpty());
            restrict(alert, new Restriction.Deny(Set.of(members.get(1).member())));
            assertWithin(A_SECOND, () -> found(hub, "Grace Wanjiru", 1).isEmpty());
            assertThat(found(hub, "Grace Wanjiru", 2)).hasSize(1);
            restrict(alert, new Restriction.Allow(Set.of()));
            assertWithin(A_SECOND, () -> found(hub, "Grace Wanjiru", 2).isEmpty());
            assertThat(found(hub, "Grace Wanjiru", 0)).hasSize(1);
        }
    }

    @Test
    void memberAdmittedLaterFindsWhatIsOpenToAllAndNothingThatNamesOthers()
            throws InterruptedException {
        try (IndexedHub hub = hub("one", NO_FILE)) {
            circulate(0, "Nabil Haddad", new Restriction.None());
            circulate(
                    0, "Sigrid Lindqvist", new Restriction.Allow(Set.of(members.get(1).member())));
            assertWithin(A_SECOND, () -> hub.index.watchlist().size() == 2);
            Acting late = member();
            int number = hub.index.number(late.member());
            assertThat(hub.candidates(traveller("Nabil Haddad"), number)).hasSize(1);
            assertThat(hub.candidates(traveller("Sigrid Lindqvist"), number)).isEmpty();
        }
    }

    /// Numbers are given out before the commit, and the later one may commit first.
    @Test
    void changeOfATransactionThatTakesLongIsNotMissed() throws InterruptedException {
        try (IndexedHub hub = hub("one", NO_FILE)) {
            // The first record with a restriction makes others with the same one wait.
            UUID before = circulate(0, "Nabil Haddad", new Restriction.None());
            assertWithin(A_SECOND, () -> hub.told.size() == 1);
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch go = new CountDownLatch(1);
            Thread slow =
                    Thread.startVirtualThread(() ->
                            transactions.as(
                                    members.get(0),
                                    sql -> {
                                        UUID alert =
                                                circulate(
                                                        sql,
                                                        members.get(0),
                                                        "Chidi Okonkwo",
                                                        new Restriction.None());
                                        begun.countDown();
                                        await(go);
                                        return alert;
                                    }));
            await(begun);
            circulate(1, "Lucia Fernandez", new Restriction.None());
            assertWithin(A_SECOND, () -> !found(hub, "Lucia Fernandez", 2).isEmpty());
            assertThat(found(hub, "Chidi Okonkwo", 2)).isEmpty();
            hub.index.catchUp();
            go.countDown();
            slow.join();
            assertWithin(A_SECOND, () -> !found(hub, "Chidi Okonkwo", 2).isEmpty());
            assertWithin(A_SECOND, () -> hub.told.size() >= 3);
            assertThat(hub.told).as("each change is told once").hasSize(3);
            assertThat(hub.told.getFirst().alert()).isEqualTo(before);
        }
    }

    @Test
    void lostConnectionOfTheListenerIsMadeAnewAndNothingIsMissed()
            throws InterruptedException, SQLException {
        try (IndexedHub hub = hub("one", NO_FILE)) {
            assertWithin(A_SECOND, () -> listeners() == 1);
            for (String name : List.of("Janis Ozolins", "Nabil Haddad")) {
                try (Connection connection = TestDatabase.superuser(server);
                        Statement sql = connection.createStatement()) {
                    sql.execute(
                            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE"
                                    + " datname = current_database()"
                                    + " AND application_name = 'listens to manumit_alerts'");
                }
                circulate(0, name, new Restriction.None());
                assertWithin(A_SECOND.multipliedBy(2), () -> !found(hub, name, 1).isEmpty());
            }
            assertWithin(A_SECOND.multipliedBy(2), () -> listeners() == 1);
        }
    }

    /// R14: whose rights are suspended does not ask others to look for anybody.
    @Test
    void alertsOfASuspendedMemberDoNotCirculateUntilTheSuspensionIsLifted()
            throws InterruptedException {
        try (IndexedHub hub = hub("one", NO_FILE)) {
            UUID alert = circulate(0, "Janis Ozolins", new Restriction.None());
            assertWithin(A_SECOND, () -> hub.index.find(List.of(alert)).size() == 1);
            suspend(members.get(0).member(), RecordType.DOCUMENT);
            hub.index.catchUp();
            assertThat(hub.index.find(List.of(alert))).hasSize(1);
            suspend(members.get(0).member(), RecordType.PERSON);
            assertWithin(A_SECOND, () -> hub.index.find(List.of(alert)).isEmpty());
            transactions.as(
                    coordinator(),
                    sql -> sql.sql("UPDATE manumit.suspensions SET lifted_at = now()").update());
            assertWithin(A_SECOND, () -> hub.index.find(List.of(alert)).size() == 1);
        }
    }

    @ParameterizedTest
    @Seeds(5)
    void startFromTheFileAnswersAsAStartWithoutOne(Seed seed) {
        Random random = seed.random();
        List<UUID> alerts = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            alerts.add(circulateAny(random));
        }
        try (IndexedHub first = hub("kept", 5)) {
            assertThat(first.index.watchlist().size()).isEqualTo(30);
        }
        assertThat(note("kept")).exists();
        for (int i = 0; i < 10; i++) {
            UUID alert = alerts.get(random.nextInt(alerts.size()));
            if (random.nextBoolean()) {
                members.forEach(m -> transactions.as(m, sql -> RECORDS.delete(sql, alert)));
            } else {
                members.forEach(m ->
                        transactions.as(
                                m,
                                sql ->
                                        RECORDS.restrict(
                                                sql, alert, new Restriction.Allow(Set.of()))));
            }
            circulateAny(random);
        }
        try (IndexedHub kept = hub("kept", 5);
                IndexedHub fresh = hub("fresh", NO_FILE)) {
            assertSame(kept, fresh);
            assertThat(kept.told).as("a fresh start tells no news").hasSizeLessThanOrEqualTo(25);
            kept.index.renewFileIfDue();
            assertSame(kept, fresh);
        }
        try (IndexedHub kept = hub("kept", 5);
                IndexedHub fresh = hub("fresh", NO_FILE)) {
            assertSame(kept, fresh);
        }
    }

    @Test
    void fileOfAnotherDatabaseIsLeftAside() throws Exception {
        IntStream.range(0, 10).forEach(i -> circulate(0, NAMES[i % 6], new Restriction.None()));
        try (IndexedHub _ = hub("kept", 5)) {}
        DatabaseServer elsewhere = TestDatabase.fresh();
        try (IndexedHub other = new IndexedHub(elsewhere, folder.resolve("kept"), 5)) {
            assertThat(other.index.watchlist().size()).isZero();
        }
        List<String> lines = Files.readAllLines(note("kept"));
        Files.write(folder.resolve("kept").resolve(lines.get(2)), new byte[] {1, 2, 3});
        try (IndexedHub damaged = hub("kept", 5)) {
            assertThat(damaged.index.watchlist().size()).isEqualTo(10);
        }
    }

    /// An import of a million would keep the index busy for minutes, and other alerts from it.
    @Test
    void ofManyChangesThoseOfPublishedListsWaitAndOthersDoNot() {
        CirculatingRows rows = new CirculatingRows(transactions, JsonMapper.builder().build());
        Circulation circulation =
                new Circulation(
                        new Circulation.Source(rows, new Visibility(rows)),
                        Watchlist.of(List.of()),
                        rows.horizon(),
                        5);
        List<UUID> published = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            published.add(circulate(0, NAMES[i], new Restriction.None()));
            publish(published.getLast());
        }
        UUID wanted = circulate(1, NAMES[0], new Restriction.None());
        assertThat(circulation.catchUp()).extracting(Change::alert).containsExactly(wanted);
        assertThat(circulation.watchlist().size()).isEqualTo(1);
        assertThat(circulation.postponed()).containsOnlyKeys(published);
        UUID later = circulate(0, NAMES[1], new Restriction.None());
        publish(later);
        transactions.as(members.get(0), sql -> RECORDS.delete(sql, published.getFirst()));
        assertThat(circulation.catchUp())
                .extracting(Change::alert)
                .containsExactly(published.getFirst());
        assertThat(circulation.takePostponed()).hasSize(6);
        assertThat(circulation.watchlist().size()).isEqualTo(7);
        assertThat(circulation.postponed()).isEmpty();
    }

    /// A defect: an entry that was there before was found by a member kept out, until the import
    /// ended.
    @Test
    void restrictionOfAPublishedEntryDoesNotWaitForTheEndOfAnImport() {
        try (IndexedHub hub = new IndexedHub(server, folder.resolve("import"), NO_FILE, 5)) {
            UUID entry = circulate(0, "Grace Wanjiru", new Restriction.None());
            publish(entry);
            hub.index.catchUp();
            assertThat(found(hub, "Grace Wanjiru", 1)).hasSize(1);
            transactions.as(
                    members.get(0),
                    sql -> {
                        for (int i = 0; i < 6; i++) {
                            publish(
                                    sql,
                                    circulate(
                                            sql, members.get(0), NAMES[i], new Restriction.None()));
                        }
                        return 0;
                    });
            hub.index.catchUp();
            assertThat(hub.index.watchlist().size()).isEqualTo(1);
            restrict(entry, new Restriction.Deny(Set.of(members.get(1).member())));
            hub.index.catchUp();
            assertThat(found(hub, "Grace Wanjiru", 1)).isEmpty();
            assertThat(hub.index.watchlist().size()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5, NO_FILE})
    void entriesOfAPublishedListAreFoundAndToldWhenItsImportEnds(int fileFrom)
            throws InterruptedException {
        try (IndexedHub hub = new IndexedHub(server, folder.resolve("flood"), fileFrom, 5)) {
            List<UUID> published =
                    transactions.as(
                            members.get(0),
                            sql ->
                                    IntStream.range(0, 20)
                                            .mapToObj(i ->
                                                    circulate(
                                                            sql,
                                                            members.get(0),
                                                            NAMES[i % 6],
                                                            new Restriction.None()))
                                            .peek(id -> publish(sql, id))
                                            .toList());
            hub.index.finishImport();
            assertThat(hub.index.watchlist().size()).isEqualTo(20);
            assertWithin(
                    A_SECOND,
                    () ->
                            hub.told.stream()
                                    .map(AlertChange::alert)
                                    .toList()
                                    .containsAll(published));
        }
    }

    private void publish(UUID alert) {
        transactions.as(members.get(0), sql -> publish(sql, alert));
    }

    private static int publish(JdbcClient sql, UUID alert) {
        return sql.sql("UPDATE manumit.alerts SET kind = 'PUBLISHED' WHERE id = :id")
                .param("id", alert)
                .update();
    }

    /// Written before the index became a long list (decision 0021): it would be asked by
    /// `manumit-1`.
    @Test
    void fileOfAnotherMethodIsMadeAnew() throws Exception {
        IntStream.range(0, 10).forEach(i -> circulate(0, NAMES[i % 6], new Restriction.None()));
        try (IndexedHub _ = hub("kept", 5)) {}
        List<String> lines = Files.readAllLines(note("kept"));
        Files.write(note("kept"), lines.subList(0, 3));
        try (IndexedHub hub = hub("kept", 5)) {
            assertThat(hub.index.watchlist().size()).isEqualTo(10);
        }
        assertThat(Files.readAllLines(note("kept")))
                .hasSize(4)
                .endsWith("LONG")
                .doesNotContain(lines.get(2));
    }

    /// From the start on, also while nothing circulates.
    @ParameterizedTest
    @ValueSource(ints = {5, NO_FILE})
    void everyAnswerNamesTheMethodForLongLists(int fileFrom) {
        try (IndexedHub hub = hub("empty", fileFrom)) {
            circulate(0, NAMES[0], new Restriction.None());
            hub.index.catchUp();
            assertThat(methods(hub, NAMES[0])).containsOnly("manumit-2");
        }
        try (IndexedHub hub = hub("filled", fileFrom)) {
            assertThat(methods(hub, NAMES[0])).containsOnly("manumit-2");
        }
    }

    private static List<String> methods(IndexedHub hub, String name) {
        return hub
                .index
                .watchlist()
                .candidates(
                        new Query(
                                Particulars.builder().name(name).build(),
                                MemberSet.EVERYBODY,
                                Band.WEAK,
                                10))
                .stream()
                .map(candidate -> candidate.comparison().method())
                .toList();
    }

    /// What the index reads, nobody else does: outside of its scope there is nothing.
    @Test
    void onlyTheIndexReadsWhatCirculatesOfAll() {
        circulate(0, "Janis Ozolins", new Restriction.Allow(Set.of()));
        for (String query :
                List.of(
                        "manumit.circulating(NULL, '00000000-0000-0000-0000-000000000000', 9)",
                        "manumit.alerts_changed_since('0')",
                        "manumit.audiences_of_index()",
                        "manumit.suspended_owners()",
                        "manumit.alert_changes")) {
            long seen =
                    transactions.as(
                            members.get(1),
                            sql ->
                                    sql.sql("SELECT count(*) FROM " + query)
                                            .query(Long.class)
                                            .single());
            assertThat(seen).as(query).isZero();
        }
    }

    private void assertSame(IndexedHub one, IndexedHub other) {
        assertThat(one.index.watchlist().size()).isEqualTo(other.index.watchlist().size());
        for (String name : NAMES) {
            for (int member = 0; member < members.size(); member++) {
                assertThat(found(one, name, member)).isEqualTo(found(other, name, member));
            }
        }
    }

    private Path note(String name) {
        return folder.resolve(name).resolve("alerts.note");
    }

    private IndexedHub hub(String name, int fileFrom) {
        return new IndexedHub(server, folder.resolve(name), fileFrom);
    }

    private List<String> found(IndexedHub hub, String name, int member) {
        return hub.candidates(traveller(name), hub.index.number(members.get(member).member()));
    }

    private static Particulars traveller(String name) {
        return Particulars.builder().name(name).birthDate(BirthDate.of(1984, 3, 2)).build();
    }

    private long listeners() {
        try (Connection connection = TestDatabase.superuser(server);
                Statement sql = connection.createStatement();
                var rows =
                        sql.executeQuery(
                                "SELECT count(*) FROM pg_stat_activity WHERE datname ="
                                        + " current_database() AND application_name ="
                                        + " 'listens to manumit_alerts'")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private UUID circulateAny(Random random) {
        Restriction restriction =
                switch (random.nextInt(3)) {
                    case 0 -> new Restriction.None();
                    case 1 -> new Restriction.Deny(Set.of(members.get(random.nextInt(3)).member()));
                    default ->
                            new Restriction.Allow(Set.of(members.get(random.nextInt(3)).member()));
                };
        return circulate(random.nextInt(3), NAMES[random.nextInt(NAMES.length)], restriction);
    }

    private UUID circulate(int owner, String name, Restriction restriction) {
        return transactions.as(
                members.get(owner), sql -> circulate(sql, members.get(owner), name, restriction));
    }

    /// By SQL: what a circulating alert is, however it came about.
    private static UUID circulate(
            JdbcClient sql, Acting owner, String name, Restriction restriction) {
        UUID id =
                RECORDS.create(
                        sql,
                        owner,
                        new NewOwnedRecord(
                                RecordType.PERSON,
                                "r " + UUID.randomUUID(),
                                "investigation",
                                "an invented act",
                                HandlingCode.H1,
                                new Evaluation(Evaluation.Source.B, 2),
                                restriction));
        sql.sql(
                        """
                        INSERT INTO manumit.alerts (id, owner, owner_reference, kind,
                            person_status, state, sheltered, content, review_on,
                            circulated_version, circulated_at)
                        VALUES (:id, :owner, :reference, 'WANTED', 'SUSPECT', 'CIRCULATED', false,
                            :content::jsonb, '2031-01-01', 1, now())
                        """)
                .param("id", id)
                .param("owner", owner.member())
                .param("reference", "reference of " + name)
                .param(
                        "content",
                        "{\"description\":{\"names\":[{\"whole\":\""
                                + name
                                + "\"}],\"birthDates\":[\"1984-03-02\"]},"
                                + "\"instructions\":\"Tell the owner.\"}")
                .update();
        return id;
    }

    private void restrict(UUID alert, Restriction restriction) {
        transactions.as(members.get(0), sql -> RECORDS.restrict(sql, alert, restriction));
    }

    private void suspend(UUID member, RecordType type) {
        Acting coordinator = coordinator();
        transactions.as(
                coordinator,
                sql ->
                        sql.sql(
                                        "INSERT INTO manumit.suspensions (member, record_type,"
                                                + " reason, imposed_by) VALUES (:member, :type,"
                                                + " 'invented', :by)")
                                .param("member", member)
                                .param("type", type.name())
                                .param("by", coordinator.id())
                                .update());
    }

    private Acting coordinator() {
        return new Acting(
                Acting.Kind.USER,
                new UUID(1, 1),
                members == null ? new UUID(1, 2) : members.get(2).member(),
                Set.of(Role.COORDINATOR),
                Set.of());
    }

    private Acting member() {
        int number = NUMBER.getAndIncrement();
        UUID member = UUID.randomUUID();
        transactions.as(
                coordinator(),
                sql ->
                        sql.sql(
                                        "INSERT INTO manumit.members (id, code, kind, name) VALUES"
                                                + " (:id, :code, 'INTERNATIONAL_BODY', 'Body')")
                                .param("id", member)
                                .param(
                                        "code",
                                        "X"
                                                + (char) ('A' + number / 26)
                                                + (char) ('A' + number % 26))
                                .update());
        return new Acting(
                Acting.Kind.USER, UUID.randomUUID(), member, Set.of(Role.DUTY_OFFICER), Set.of());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertWithin(Duration most, BooleanSupplier holds)
            throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        while (!holds.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(5);
        }
        assertThat(holds.getAsBoolean()).as("within %s", most).isTrue();
    }
}
