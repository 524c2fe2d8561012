package manumit.hub.journal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import manumit.hub.access.Purpose;
import manumit.hub.access.Reason;
import manumit.hub.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;

/// Why a request is made and for which operation (R5): by its headers, or, for pages, as chosen for
/// the session. What says neither has the purpose that its handler assumes.
@Component
class StatedReason {

    static final String PURPOSE_HEADER = "Manumit-Purpose";
    static final String OPERATION_HEADER = "Manumit-Operation";
    static final String PURPOSE_ATTRIBUTE = "manumit.purpose";
    static final String OPERATION_ATTRIBUTE = "manumit.operation";

    /// @throws ProblemException if a header says what is not accepted, or nothing where it must
    Reason of(NativeWebRequest web, ActDescription description) {
        HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
        if (request == null) {
            return new Reason("", description.assumed());
        }
        String purpose = stated(request, PURPOSE_HEADER, PURPOSE_ATTRIBUTE);
        String operation = stated(request, OPERATION_HEADER, OPERATION_ATTRIBUTE);
        if (operation == null) {
            operation = "";
        }
        if (!Reason.isOperation(operation)) {
            throw refused(
                    OPERATION_HEADER
                            + ": a reference of letters, digits, '.', '_' and '-', at most 64");
        }
        if (purpose == null) {
            if (description.statesPurpose()) {
                throw refused(PURPOSE_HEADER + ": say why; one of " + Purpose.codes());
            }
            return new Reason(operation, description.assumed());
        }
        Optional<Purpose> known = Purpose.find(purpose);
        return new Reason(
                operation,
                known.orElseThrow(() -> refused(PURPOSE_HEADER + ": one of " + Purpose.codes())));
    }

    private static @Nullable String stated(
            HttpServletRequest request, String header, String attribute) {
        String value = request.getHeader(header);
        if (value != null) {
            return value.strip();
        }
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(attribute) instanceof String chosen
                ? chosen
                : null;
    }

    private static ProblemException refused(String detail) {
        return new ProblemException(ProblemException.Code.INVALID_FIELD, detail);
    }
}
