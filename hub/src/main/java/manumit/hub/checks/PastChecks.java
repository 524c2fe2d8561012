package manumit.hub.checks;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import manumit.matching.Band;
import manumit.matching.Identity;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Checks made before, for other capabilities.
public interface PastChecks {

    /// A check of the acting member.
    ///
    /// @param sql of a transaction in the name of somebody
    Optional<RecordedCheck> find(JdbcClient sql, UUID check);

    /// Recent checks, of all members, that would have found this alert and did not: retro-hits. A
    /// check of a member that may not find the alert has it among `hidden`.
    ///
    /// @param minBand least pressing band
    /// @param limit most checks
    List<RecordedCheck> matching(Identity alert, Band minBand, int limit);
}
