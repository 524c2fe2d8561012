package manumit.hub.database;

/// A PostgreSQL database and the two roles that the hub uses there.
///
/// @param url `jdbc:postgresql://host:port/name`, without user and password
/// @param owner owns the tables and runs the migrations; used at start only
/// @param application owns nothing and is held by row-level security; used for everything else
public record DatabaseServer(String url, Login owner, Login application) {

    /// @param role name of the database role
    /// @param password its password; never printed
    public record Login(String role, String password) {
        @Override
        public String toString() {
            return "Login[role=" + role + "]";
        }
    }

    public DatabaseServer {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new HubStartException(
                    HubStartException.Code.BAD_OPTION,
                    "--database must be of the form jdbc:postgresql://HOST:PORT/NAME");
        }
    }
}
