package manumit.hub.journal;

import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import manumit.hub.access.Purpose;
import manumit.hub.access.Reason;
import org.jspecify.annotations.Nullable;

/// Why somebody in front of pages acts, and for which operation (R5): chosen once, good for what is
/// done in the session.
public final class SessionReason {

    private SessionReason() {}

    /// From the next request on.
    public static void choose(HttpSession session, Reason reason) {
        session.setAttribute(StatedReason.PURPOSE_ATTRIBUTE, reason.purpose().code());
        session.setAttribute(StatedReason.OPERATION_ATTRIBUTE, reason.operation());
    }

    /// Empty if nothing was chosen.
    ///
    /// @param session null if there is none
    public static Optional<Reason> find(@Nullable HttpSession session) {
        if (session == null
                || !(session.getAttribute(StatedReason.PURPOSE_ATTRIBUTE) instanceof String code)) {
            return Optional.empty();
        }
        String operation =
                session.getAttribute(StatedReason.OPERATION_ATTRIBUTE) instanceof String chosen
                        ? chosen
                        : "";
        return Purpose.find(code).map(purpose -> new Reason(operation, purpose));
    }
}
