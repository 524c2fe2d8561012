package manumit.hub.members;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import manumit.hub.database.ActingTransaction;
import manumit.hub.web.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Names for identifiers, for pages. What the actor may not see has no name.
@Service
class Names {

    private final ActingTransaction transactions;

    Names(ActingTransaction transactions) {
        this.transactions = transactions;
    }

    Map<UUID, String> ofMembers(Stream<UUID> ids) {
        return named("SELECT id, name FROM manumit.members WHERE id = ANY (:ids::uuid[])", ids);
    }

    Map<UUID, String> ofUnits(Stream<@Nullable UUID> ids) {
        return named("SELECT id, name FROM manumit.units WHERE id = ANY (:ids::uuid[])", ids);
    }

    /// Of users and machines.
    Map<UUID, String> ofActors(Stream<@Nullable UUID> ids) {
        return named(
                """
                SELECT id, display_name AS name FROM manumit.users WHERE id = ANY (:ids::uuid[])
                UNION ALL
                SELECT id, name FROM manumit.machines WHERE id = ANY (:ids::uuid[])
                """,
                ids);
    }

    /// The own member's units, by name, at most 500.
    List<Option> ownUnits() {
        UUID member = ActingTransaction.signedIn().member();
        return transactions.asSignedIn(sql ->
                sql.sql(
                                """
                                SELECT id, name FROM manumit.units
                                WHERE member = :member ORDER BY name LIMIT 500
                                """)
                        .param("member", member)
                        .query((row, _) -> Option.named(row.getString("id"), row.getString("name")))
                        .list());
    }

    /// Whether the own member is the general secretariat.
    boolean isSecretariat() {
        UUID member = ActingTransaction.signedIn().member();
        return transactions.asSignedIn(sql ->
                sql.sql("SELECT manumit.is_secretariat(:member)")
                        .param("member", member)
                        .query(Boolean.class)
                        .single());
    }

    private Map<UUID, String> named(String query, Stream<? extends @Nullable UUID> ids) {
        Collection<String> wanted =
                ids.filter(Objects::nonNull).map(String::valueOf).distinct().toList();
        Map<UUID, String> names = new HashMap<>();
        if (!wanted.isEmpty()) {
            transactions
                    .asSignedIn(sql ->
                            sql.sql(query)
                                    .param("ids", wanted.toArray(String[]::new))
                                    .query(Names::entry)
                                    .list())
                    .forEach(entry -> names.put(entry.getKey(), entry.getValue()));
        }
        return names;
    }

    private static Map.Entry<UUID, String> entry(ResultSet row, int index) throws SQLException {
        return Map.entry(row.getObject("id", UUID.class), row.getString("name"));
    }
}
