package manumit.hub.alerts;

// replaced at the merge

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import manumit.hub.database.ActingTransaction;
import manumit.hub.identity.Description;
import manumit.hub.ownership.Evaluation;
import manumit.hub.ownership.HandlingCode;
import manumit.matching.Identity;
import manumit.matching.MemberSet;
import manumit.matching.Watchlist;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads all that circulates again when asked after a tenth of a second. For tests of checks only.
@Component
class StubCirculatedAlerts implements CirculatedAlerts {

    private record State(
            long at,
            Watchlist watchlist,
            Map<UUID, CirculatedAlert> alerts,
            Map<UUID, Integer> numbers) {}

    private final ActingTransaction transactions;
    private final JsonMapper json;
    private final Clock clock;
    private volatile State state =
            new State(0, Watchlist.of(java.util.List.of()), Map.of(), Map.of());

    StubCirculatedAlerts(ActingTransaction transactions, JsonMapper json, Clock clock) {
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    private synchronized State current() {
        if (clock.millis() - state.at() > 100) {
            state = read();
        }
        return state;
    }

    private State read() {
        return transactions.asIndex(sql -> {
            Map<UUID, Integer> numbers = new HashMap<>();
            Map<UUID, String> codes = new HashMap<>();
            sql.sql("SELECT id, number, code FROM manumit.members")
                    .query((row, _) -> {
                        codes.put(row.getObject("id", UUID.class), row.getString("code"));
                        return numbers.put(row.getObject("id", UUID.class), row.getInt("number"));
                    })
                    .list();
            Map<UUID, CirculatedAlert> alerts = new HashMap<>();
            java.util.List<Identity> identities = new java.util.ArrayList<>();
            sql.sql(
                            """
                            SELECT id, owner, kind, person_status, sheltered, operation,
                                   content::text, version, circulated_at
                            FROM manumit.alerts WHERE state = 'CIRCULATED' ORDER BY id
                            """)
                    .query((row, _) -> {
                        JsonNode content = json.readTree(row.getString("content"));
                        Description description =
                                json.treeToValue(content.get("description"), Description.class);
                        UUID id = row.getObject("id", UUID.class);
                        UUID owner = row.getObject("owner", UUID.class);
                        String status = row.getString("person_status");
                        alerts.put(
                                id,
                                new CirculatedAlert(
                                        id,
                                        owner,
                                        content.path("ownerReference").asString(""),
                                        AlertKind.valueOf(row.getString("kind")),
                                        status == null ? null : PersonStatus.valueOf(status),
                                        row.getBoolean("sheltered"),
                                        description,
                                        content.path("instructions").asString(""),
                                        HandlingCode.valueOf(
                                                content.path("handlingCode").asString("H0")),
                                        new Evaluation(Evaluation.Source.A, 1),
                                        row.getString("operation"),
                                        row.getObject("circulated_at", OffsetDateTime.class)
                                                .toInstant(),
                                        row.getLong("version")));
                        MemberSet visible = MemberSet.EVERYBODY;
                        for (JsonNode denied : content.path("denied")) {
                            visible =
                                    visible.without(
                                            numbers.getOrDefault(
                                                    UUID.fromString(denied.asString()), 255));
                        }
                        identities.add(
                                new Identity(
                                        String.valueOf(codes.get(owner)),
                                        id.toString(),
                                        description.particulars(),
                                        visible));
                        return id;
                    })
                    .list();
            return new State(clock.millis(), Watchlist.of(identities), alerts, numbers);
        });
    }

    @Override
    public Watchlist watchlist() {
        return current().watchlist();
    }

    @Override
    public int number(UUID member) {
        Integer number = current().numbers().get(member);
        if (number == null) {
            throw new IllegalArgumentException("no such member");
        }
        return number;
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
        Map<UUID, CirculatedAlert> found = new HashMap<>(current().alerts());
        found.keySet().retainAll(wanted);
        return found;
    }
}
