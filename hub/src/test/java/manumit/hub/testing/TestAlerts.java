package manumit.hub.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/// Alerts that circulate, put into the database behind the hub's back.
public final class TestAlerts {

    private TestAlerts() {}

    /// @param description as JSON: manumit.hub.identity.Description
    /// @param denied members that may not find it
    public static UUID circulate(
            TestMember owner, String kind, String description, TestMember... denied) {
        UUID id = UUID.randomUUID();
        String members = "ARRAY[" + ids(denied) + "]::uuid[]";
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
                            + "', 'p', 'law', 'H1', 'A', 1, manumit.audience_of('"
                            + (denied.length == 0 ? "NONE" : "DENY")
                            + "', "
                            + members
                            + "), '"
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
            awaitIndex();
            return id;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Takes an alert out of circulation and deletes it.
    public static void delete(UUID alert) {
        try (Connection connection = TestDatabase.superuser(TestHub.database());
                Statement sql = connection.createStatement()) {
            sql.execute("DELETE FROM manumit.owned_records WHERE id = '" + alert + "'");
            awaitIndex();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitIndex() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String ids(TestMember... members) {
        StringBuilder all = new StringBuilder();
        for (TestMember member : members) {
            all.append(all.isEmpty() ? "'" : ",'").append(member.id()).append("'");
        }
        return all.toString();
    }
}
