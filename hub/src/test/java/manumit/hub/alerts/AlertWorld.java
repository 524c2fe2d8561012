package manumit.hub.alerts;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import manumit.hub.access.Acting;
import manumit.hub.access.Role;
import manumit.hub.alerts.AlertDraft.WrittenEvaluation;
import manumit.hub.alerts.AlertDraft.WrittenRestriction;
import manumit.hub.alerts.AlertSteps.Decision;
import manumit.hub.alerts.AlertSteps.Review;
import manumit.hub.database.ActingTransaction;
import manumit.hub.database.DatabaseServer;
import manumit.hub.database.HubDatabase;
import manumit.hub.identity.Description;
import manumit.hub.journal.JournalPort;
import manumit.hub.ownership.OwnedRecords;
import manumit.hub.ownership.Restriction;
import manumit.hub.testing.TestDatabase;
import manumit.journal.Act;
import manumit.matching.Particulars;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.databind.json.JsonMapper;

/// The services of alerts on a real database, without the server, and members who use them.
final class AlertWorld implements AutoCloseable {

    final DatabaseServer server = TestDatabase.fresh();
    final List<Act> acts = new ArrayList<>();
    final IndexedHub process;
    final ActingTransaction transactions;
    final Alerts alerts;
    final AlertSteps steps;
    final AlertHistory history;
    final AlertNotices notices;
    final List<Acting> members;
    private final HubDatabase database;
    private final JsonMapper json = JsonMapper.builder().build();
    private final AlertRows rows = new AlertRows(json);
    private final OwnedRecords records = new OwnedRecords();

    AlertWorld(Path folder, int count) {
        process = new IndexedHub(server, folder, 1_000_000);
        database = HubDatabase.on(server);
        transactions = new ActingTransaction(database.dataSource());
        QualityGate gate = new QualityGate(Clock.systemUTC());
        alerts = new Alerts(transactions, rows, records, gate);
        notices = new AlertNotices(transactions);
        steps = new AlertSteps(transactions, alerts, rows, records, notices, gate, process.index);
        history = new AlertHistory(transactions, alerts, notices, json);
        members = IntStream.range(0, count).mapToObj(this::member).toList();
    }

    /// The clock that deletes, at a time of its own.
    ReviewClock reviewClock(Clock clock) {
        JournalPort journal =
                act -> {
                    acts.add(act);
                    return acts.size();
                };
        return new ReviewClock(
                transactions,
                new CirculatingRows(transactions, json),
                rows,
                notices,
                records,
                journal,
                new QualityGate(clock));
    }

    /// Makes an alert, and lets it circulate by a second person of the same member.
    UUID circulate(Acting owner, String name, String kind, Restriction restriction) {
        AlertView made = as(owner, () -> alerts.make(draft(name, kind, restriction)));
        as(owner, () -> steps.propose(made.id(), made.version()));
        Review yes = new Review(Decision.CIRCULATE, true, true, false, "");
        AlertView _ = as(second(owner), () -> steps.review(made.id(), null, yes));
        return made.id();
    }

    <T> T as(Acting acting, Supplier<T> work) {
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(acting, ""));
        try {
            return work.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    /// Another person of the same member.
    static Acting second(Acting first) {
        return new Acting(
                Acting.Kind.USER,
                new UUID(7, first.id().getLeastSignificantBits()),
                first.member(),
                first.roles(),
                Set.of());
    }

    WrittenRestriction written(Restriction restriction) {
        return switch (restriction) {
            case Restriction.None() -> new WrittenRestriction("NONE", List.of());
            case Restriction.Deny(var listed) -> new WrittenRestriction("DENY", codes(listed));
            case Restriction.Allow(var listed) -> new WrittenRestriction("ALLOW", codes(listed));
        };
    }

    private List<String> codes(Set<UUID> listed) {
        return listed.stream().map(this::code).sorted().toList();
    }

    private String code(UUID member) {
        return IntStream.range(0, members.size())
                .filter(i -> members.get(i).member().equals(member))
                .mapToObj(AlertWorld::code)
                .findFirst()
                .orElseThrow();
    }

    private static String code(int number) {
        return "XA" + (char) ('A' + number);
    }

    private AlertDraft draft(String name, String kind, Restriction restriction) {
        boolean sheltered = kind.equals("PROTECT");
        return new AlertDraft(
                "r " + UUID.randomUUID(),
                kind,
                sheltered ? "POTENTIAL_VICTIM" : "SUSPECT",
                Description.of(
                        Particulars.builder()
                                .name(name)
                                .birthDate(manumit.matching.BirthDate.of(1984, 3, 2))
                                .build()),
                null,
                null,
                "an invented act",
                "",
                "H1",
                new WrittenEvaluation("B", 2),
                written(restriction),
                today().plusYears(sheltered ? 1 : 3).toString(),
                "Tell the owner.");
    }

    static java.time.LocalDate today() {
        return java.time.LocalDate.ofInstant(Clock.systemUTC().instant(), java.time.ZoneOffset.UTC);
    }

    private Acting member(int number) {
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
                                                + " (:id, :code, 'INTERNATIONAL_BODY', :name)")
                                .param("id", member)
                                .param("code", code(number))
                                .param("name", String.format(Locale.ROOT, "Body %d", number))
                                .update());
        return new Acting(
                Acting.Kind.USER,
                UUID.randomUUID(),
                member,
                Set.of(Role.DUTY_OFFICER, Role.VICTIM_SPECIALIST),
                Set.of());
    }

    @Override
    public void close() {
        process.close();
        database.close();
    }
}
