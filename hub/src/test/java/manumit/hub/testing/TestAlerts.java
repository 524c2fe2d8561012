package manumit.hub.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import manumit.hub.alerts.IndexOfTestHub;
import manumit.hub.ownership.Restriction;

/// Alerts that circulate, put into the database behind the hub's back; in its index when a method
/// returns.
public final class TestAlerts {

    private TestAlerts() {}

    /// @param description as JSON: manumit.hub.identity.Description
    /// @param denied members that may not find it
    public static UUID circulate(
            TestMember owner, String kind, String description, TestMember... denied) {
        return circulate(
                owner,
                kind,
                description,
                denied.length == 0
                        ? new Restriction.None()
                        : new Restriction.Deny(
                                Arrays.stream(denied)
                                        .map(TestMember::id)
                                        .collect(Collectors.toSet())));
    }

    public static UUID circulate(
            TestMember owner, String kind, String description, Restriction restriction) {
        UUID id = UUID.randomUUID();
        boolean sheltered = kind.equals("MISSING") || kind.equals("PROTECT");
        try (Connection connection = TestDatabase.superuser(TestHub.database());
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute(
                    "INSERT INTO manumit.owned_records (id, record_type, owner, owner_reference,"
                            + " purpose, legal_basis, handling_code, source_evaluation,"
                            + " information_evaluation, audience, created_by, sheltered) VALUES ('"
                            + id
                            + "', 'PERSON', '"
                            + owner.id()
                            + "', '"
                            + id
                            + "', 'p', 'law', 'H1', 'A', 1, "
                            + audience(restriction)
                            + ", '"
                            + owner.id()
                            + "', "
                            + sheltered
                            + ")");
            try (PreparedStatement row =
                    connection.prepareStatement(
                            "INSERT INTO manumit.alerts (id, owner, owner_reference, kind,"
                                    + " person_status, state, sheltered, content, review_on,"
                                    + " circulated_at, circulated_version) VALUES (?, ?, 'REF-1', ?,"
                                    + " 'SUSPECT', 'CIRCULATED', ?, ?::jsonb, '2031-01-01', now(),"
                                    + " 1)")) {
                row.setObject(1, id);
                row.setObject(2, owner.id());
                row.setString(3, kind);
                row.setBoolean(4, sheltered);
                row.setString(
                        5,
                        "{\"description\":"
                                + description
                                + ",\"instructions\":\"Do not hold. Call the owner.\"}");
                row.executeUpdate();
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        awaitIndex();
        return id;
    }

    public static void restrict(UUID alert, Restriction restriction) {
        execute(
                "UPDATE manumit.owned_records SET audience = "
                        + audience(restriction)
                        + " WHERE id = '"
                        + alert
                        + "'");
    }

    /// Takes an alert out of circulation and deletes it.
    public static void delete(UUID alert) {
        execute("DELETE FROM manumit.owned_records WHERE id = '" + alert + "'");
    }

    private static void execute(String change) {
        try (Connection connection = TestDatabase.superuser(TestHub.database());
                Statement sql = connection.createStatement()) {
            sql.execute(change);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        awaitIndex();
    }

    /// Without waiting until the hub hears of the change.
    private static void awaitIndex() {
        IndexOfTestHub.catchUp();
    }

    private static String audience(Restriction restriction) {
        return switch (restriction) {
            case Restriction.None() -> audience("NONE", Set.of());
            case Restriction.Deny(Set<UUID> members) -> audience("DENY", members);
            case Restriction.Allow(Set<UUID> members) -> audience("ALLOW", members);
        };
    }

    private static String audience(String kind, Set<UUID> members) {
        return "manumit.audience_of('"
                + kind
                + "', ARRAY["
                + members.stream().map(id -> "'" + id + "'").collect(Collectors.joining(","))
                + "]::uuid[])";
    }
}
