package manumit.hub.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import manumit.hub.access.Acting;
import manumit.hub.access.RecordType;
import manumit.hub.access.Role;
import manumit.hub.database.ActingTransaction;
import manumit.hub.database.DatabaseServer;
import manumit.hub.database.HubDatabase;
import manumit.hub.ownership.NonInterference.Probe;
import manumit.hub.testing.TestDatabase;
import manumit.testkit.Seed;
import manumit.testkit.Seeds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Row-level security itself: SQL as the application's role, in the name of each member.
@org.jspecify.annotations.NullUnmarked
class OwnedRecordsTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final OwnedRecords RECORDS = new OwnedRecords();
    private static DatabaseServer server;
    private static HubDatabase database;
    private static ActingTransaction transactions;
    private static List<Acting> members;

    @BeforeAll
    static void open() {
        server = TestDatabase.fresh();
        database = HubDatabase.on(server);
        transactions = new ActingTransaction(database.dataSource());
        members = IntStream.range(0, 4).mapToObj(OwnedRecordsTest::member).toList();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @ParameterizedTest
    @Seeds(20)
    void deniedMemberGetsWhatItWouldGetWithoutTheRecord(Seed seed) {
        new NonInterference(new Sql(), members).check(seed.random());
    }

    /// The test of the test: a question that row-level security does not hold is found out.
    @Test
    void leakIsFoundByTheTestOfNonInterference() {
        NonInterference.World leaking =
                new Sql() {
                    @Override
                    public List<Probe> probes(UUID record) {
                        return List.of(new Probe("leak", _ -> Long.toString(countAsSuperuser())));
                    }
                };
        assertThatThrownBy(
                        () -> {
                            for (int seed = 1; seed <= 20; seed++) {
                                new NonInterference(leaking, members).check(new Random(seed));
                            }
                        })
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("kept out");
    }

    @Test
    void withoutAnActingMemberEveryTableIsEmpty() {
        create(members.get(0), new Restriction.None());
        JdbcClient bare = JdbcClient.create(database.dataSource());
        for (String table : tables(bare)) {
            if (!table.equals("audiences")) {
                assertThat(count(bare, table)).as(table).isZero();
            }
        }
    }

    /// The settings of a transaction end with it, also on a pooled connection.
    @Test
    void nothingOfATransactionIsLeftOnItsConnection() throws Exception {
        create(members.get(0), new Restriction.None());
        try (var connection = database.dataSource().getConnection()) {
            JdbcClient sql =
                    JdbcClient.create(
                            new org.springframework.jdbc.datasource.SingleConnectionDataSource(
                                    connection, true));
            ActingTransaction own =
                    new ActingTransaction(
                            new org.springframework.jdbc.datasource.SingleConnectionDataSource(
                                    connection, true));
            long seen = own.as(members.get(0), in -> count(in, "members"));
            assertThat(seen).isPositive();
            assertThat(count(sql, "members")).isZero();
        }
    }

    @Test
    void onlyTheOwnerChangesOrDeletesARecord() {
        UUID record = create(members.get(0), new Restriction.None());
        Acting other = members.get(1);
        assertThat(
                        done(
                                other,
                                sql ->
                                        RECORDS.restrict(
                                                sql, record, new Restriction.Deny(Set.of()))))
                .isFalse();
        assertThat(done(other, sql -> RECORDS.delete(sql, record))).isFalse();
        assertThat(done(members.get(0), sql -> RECORDS.delete(sql, record))).isTrue();
    }

    @Test
    void nobodyMakesARecordInAnothersName() {
        Acting self = members.get(0);
        Acting forged =
                new Acting(self.kind(), self.id(), members.get(1).member(), self.roles(), Set.of());
        assertThatThrownBy(() ->
                        transactions.as(
                                self,
                                sql ->
                                        RECORDS.create(
                                                sql, forged, record("forged", unrestricted()))))
                .isInstanceOf(DataAccessException.class);
    }

    /// R14, for one type of record: as if there were none of it, also of one's own.
    @Test
    void suspendedTypeIsGone() {
        Acting owner = members.get(2);
        create(owner, new Restriction.None());
        Acting suspended =
                new Acting(
                        owner.kind(),
                        owner.id(),
                        owner.member(),
                        owner.roles(),
                        Set.of(RecordType.PERSON));
        assertThat(counted(owner)).isPositive();
        assertThat(counted(suspended)).isZero();
        assertThatThrownBy(() ->
                        transactions.as(
                                suspended,
                                sql ->
                                        RECORDS.create(
                                                sql, suspended, record("no", unrestricted()))))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void whoIsLetInOrKeptOutIsSecret() {
        assertThatThrownBy(() -> transactions.as(members.get(0), sql -> count(sql, "audiences")))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() ->
                        transactions.as(
                                members.get(0),
                                sql ->
                                        sql.sql("SELECT audience FROM manumit.owned_records")
                                                .query()
                                                .listOfRows()))
                .isInstanceOf(DataAccessException.class);
    }

    /// Questions to the table, and what a member could try besides reading.
    private static class Sql implements NonInterference.World {

        @Override
        public UUID create(Acting owner, Restriction restriction, Random random) {
            return transactions.as(
                    owner,
                    sql ->
                            RECORDS.create(
                                    sql,
                                    owner,
                                    record("reference " + NUMBER.incrementAndGet(), restriction)));
        }

        @Override
        public void restrict(Acting owner, UUID record, Restriction restriction) {
            assertThat(done(owner, sql -> RECORDS.restrict(sql, record, restriction))).isTrue();
        }

        @Override
        public void delete(Acting owner, UUID record) {
            assertThat(done(owner, sql -> RECORDS.delete(sql, record))).isTrue();
        }

        @Override
        public List<Probe> probes(UUID record) {
            String columns =
                    "id, record_type, owner, owner_reference, purpose, legal_basis, handling_code,"
                            + " source_evaluation, information_evaluation, version, created_by,"
                            + " created_at, changed_at";
            String table = "manumit.owned_records";
            String one = " WHERE id = '" + record + "'";
            return List.of(
                    query("all", "SELECT " + columns + " FROM " + table + " ORDER BY id"),
                    query("one", "SELECT " + columns + " FROM " + table + one),
                    query("count", "SELECT count(*) FROM " + table),
                    query(
                            "by owner",
                            "SELECT owner, count(*) FROM " + table + " GROUP BY 1 ORDER BY 1"),
                    query("latest", "SELECT max(changed_at) FROM " + table),
                    query("page", "SELECT id FROM " + table + " ORDER BY id DESC LIMIT 3 OFFSET 1"),
                    query("restriction", "SELECT * FROM manumit.restriction_of('" + record + "')"),
                    change("purpose", "UPDATE " + table + " SET purpose = purpose" + one),
                    change("delete", "DELETE FROM " + table + one));
        }

        private static Probe query(String name, String statement) {
            return new Probe(
                    name,
                    acting ->
                            transactions.as(
                                    acting,
                                    sql -> sql.sql(statement).query().listOfRows().toString()));
        }

        /// Rolled back, so that the owner's own attempt changes nothing.
        private static Probe change(String name, String statement) {
            return new Probe(
                    name,
                    acting -> {
                        try {
                            return transactions.as(
                                    acting,
                                    sql -> {
                                        throw new Rows(sql.sql(statement).update());
                                    });
                        } catch (Rows rows) {
                            return rows.getMessage();
                        }
                    });
        }
    }

    private static final class Rows extends RuntimeException {
        private static final long serialVersionUID = 1;

        Rows(int rows) {
            super(rows + " rows");
        }
    }

    private static Restriction unrestricted() {
        return new Restriction.None();
    }

    private static NewOwnedRecord record(String reference, Restriction restriction) {
        return new NewOwnedRecord(
                RecordType.PERSON,
                reference,
                "WANTED",
                "an invented act",
                HandlingCode.H1,
                new Evaluation(Evaluation.Source.B, 2),
                restriction);
    }

    private static UUID create(Acting owner, Restriction restriction) {
        return transactions.as(
                owner,
                sql -> RECORDS.create(sql, owner, record("r " + UUID.randomUUID(), restriction)));
    }

    private static long countAsSuperuser() {
        try (var connection = TestDatabase.superuser(server);
                var sql = connection.createStatement();
                var rows = sql.executeQuery("SELECT count(*) FROM manumit.owned_records")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean done(Acting acting, Function<JdbcClient, Boolean> change) {
        return transactions.as(acting, change);
    }

    private static long counted(Acting acting) {
        return transactions.as(acting, sql -> count(sql, "owned_records"));
    }

    private static long count(JdbcClient sql, String table) {
        return sql.sql("SELECT count(*) FROM manumit." + table).query(Long.class).single();
    }

    private static Set<String> tables(JdbcClient sql) {
        return sql
                .sql("SELECT tablename FROM pg_tables WHERE schemaname = 'manumit'")
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    private static Acting member(int number) {
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
                                .param("code", "XA" + (char) ('A' + number))
                                .update());
        return new Acting(
                Acting.Kind.USER, UUID.randomUUID(), member, Set.of(Role.DUTY_OFFICER), Set.of());
    }
}
