package manumit.hub.access;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// Why something is done (R5): the purposes that the hub accepts.
public enum Purpose {
    /// Checks of travellers and documents at a post.
    BORDER_CHECK("border-check"),
    /// Work on a case or an incident.
    INVESTIGATION("investigation"),
    /// Finding victims, referring and protecting them.
    VICTIM_PROTECTION("victim-protection"),
    /// Planning and running an operation.
    COORDINATION("coordination"),
    /// Requests of the people concerned, corrections, deletions.
    DATA_PROTECTION("data-protection"),
    /// Looking at what others did.
    AUDIT("audit"),
    /// Members, users, posts, signing in; what is about no case and no person looked for.
    ADMINISTRATION("administration");

    private final String code;

    Purpose(String code) {
        this.code = code;
    }

    /// Stable: stands in the journal and in the header `Manumit-Purpose`.
    public String code() {
        return code;
    }

    public static Optional<Purpose> find(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }

    /// All codes, for messages.
    public static String codes() {
        return Arrays.stream(values()).map(Purpose::code).collect(Collectors.joining(", "));
    }
}
