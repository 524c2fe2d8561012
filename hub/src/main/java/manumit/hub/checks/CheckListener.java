package manumit.hub.checks;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What follows from checks. A bean of a capability that builds on them.
public interface CheckListener {

    /// Called in the transaction that records a group of checks, in the scope `recorder`, before it
    /// commits: what is written here is durable when the checks are answered. Must be quick, add no
    /// more than some rows, and take the same time whether something hidden was found or not.
    void recording(JdbcClient sql, List<RecordedCheck> checks);
}
