package manumit.journal;

import java.util.Arrays;
import java.util.Optional;

/// What sort of act was done. {@link Act#action()} says which one.
public enum ActKind {
    READ("read"),
    /// Also one that found nothing: see {@link Outcome#EMPTY}.
    SEARCH("search"),
    /// Identities or documents asked for among the alerts.
    CHECK("check"),
    EXPORT("export"),
    /// A record created, changed, restricted, closed or deleted.
    CHANGE("change"),
    /// Sign-in, sign-out, and what was tried.
    SESSION("session"),
    /// Rights, keys, settings.
    ADMINISTRATION("administration");

    private final String code;

    ActKind(String code) {
        this.code = code;
    }

    /// Stable: part of the canonical form and of exports.
    public String code() {
        return code;
    }

    public static Optional<ActKind> find(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }

    static ActKind get(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("kind: unknown code"));
    }
}
