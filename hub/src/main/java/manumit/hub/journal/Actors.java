package manumit.hub.journal;

import manumit.hub.access.Acting;
import manumit.journal.Actor;

/// Who acts, as the journal names them: members, users and machines by their identifiers.
public final class Actors {

    private static final String HUB_MEMBER = "hub";

    /// The hub by itself. No member sees its acts; they are in the export of the whole.
    public static final Actor HUB = Actor.machine(HUB_MEMBER, "hub");

    /// Somebody who has not signed in and is not known.
    static final Actor UNKNOWN = Actor.machine(HUB_MEMBER, "unknown");

    private Actors() {}

    public static Actor of(Acting acting) {
        String member = acting.member().toString();
        String id = acting.id().toString();
        return switch (acting.kind()) {
            case USER -> Actor.user(member, id);
            case MACHINE -> Actor.machine(member, id);
        };
    }
}
