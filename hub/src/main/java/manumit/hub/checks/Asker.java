package manumit.hub.checks;

import manumit.hub.access.Acting;
import manumit.hub.access.Purpose;
import manumit.hub.access.Reason;
import manumit.hub.database.ActingTransaction;

/// Who asks, why and for which operation (R5).
record Asker(Acting acting, Reason reason) {

    /// Of the request at hand.
    static Asker ofRequest() {
        return new Asker(
                ActingTransaction.signedIn(),
                ActingTransaction.REASON.isBound()
                        ? ActingTransaction.REASON.get()
                        : new Reason("", Purpose.BORDER_CHECK));
    }
}
