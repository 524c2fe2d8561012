package manumit.hub.journal;

import manumit.hub.web.ProblemException;
import manumit.journal.ActKind;
import manumit.journal.Outcome;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.security.access.AccessDeniedException;

/// How an act ended that a handler did not finish.
///
/// @param code of the problem, or the kind of fault; no message, which might quote values
record Failure(String code) {

    private static final String NOT_ALLOWED = ProblemException.Code.NOT_ALLOWED.name();
    private static final String NOT_FOUND = ProblemException.Code.NOT_FOUND.name();

    static Failure of(Throwable e) {
        return new Failure(
                switch (e) {
                    case AccessDeniedException _ -> NOT_ALLOWED;
                    case ProblemException problem -> problem.code().name();
                    // Refused by row-level security.
                    case BadSqlGrammarException sql when isRefusal(sql) -> NOT_ALLOWED;
                    default -> e.getClass().getSimpleName();
                });
    }

    private static boolean isRefusal(BadSqlGrammarException e) {
        return e.getSQLException() != null && "42501".equals(e.getSQLException().getSQLState());
    }

    /// Looking for what is not there, or is hidden, is a search that found nothing.
    Outcome outcome(ActKind kind) {
        if (code.equals(NOT_ALLOWED)) {
            return Outcome.DENIED;
        }
        boolean looks = kind == ActKind.READ || kind == ActKind.SEARCH || kind == ActKind.CHECK;
        return looks && code.equals(NOT_FOUND) ? Outcome.EMPTY : Outcome.FAILED;
    }
}
