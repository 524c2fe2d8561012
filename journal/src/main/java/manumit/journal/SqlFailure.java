package manumit.journal;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// What a failure of the database means for what was being written. By SQL state, see PostgreSQL's
/// appendix "Error Codes".
final class SqlFailure {

    private SqlFailure() {}

    /// May the statement have been carried out all the same? Yes, unless the server itself said
    /// that it was not. A server that is shut down says so before or after; so its word is not
    /// taken.
    static boolean leavesDoubt(SQLException e) {
        String state = state(e);
        return state.isEmpty() || state.startsWith("08") || state.startsWith("57P");
    }

    /// Will it fail again however often it is tried? Connections and servers come back; space may
    /// be made, but callers should hear of it at once.
    static boolean isFinal(SQLException e) {
        String state = state(e);
        return !(leavesDoubt(e)
                || state.equals("53300") // too many connections
                || state.startsWith("40")); // rolled back for the sake of others
    }

    /// What to do about it, without repeating the server's message, which may quote values.
    static String remedy(SQLException e) {
        return switch (state(e)) {
            case "53100" -> "the database's disk is full: make room";
            case "53200" -> "the database is out of memory: give it more";
            case "42501" ->
                    "the database refuses for want of rights: grant the role manumit_journal";
            case "42P01", "3F000" -> "the schema `journal` is missing: create it";
            default -> "the database cannot be used (SQL state " + state(e) + "): see its log";
        };
    }

    private static String state(SQLException e) {
        @Nullable String state = e.getSQLState();
        return state == null ? "" : state;
    }
}
