package manumit.hub.ownership;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/// Which members may see a record besides its owner (R2). A member kept out cannot learn that the
/// record exists.
public sealed interface Restriction {

    /// All members see it.
    record None() implements Restriction {}

    /// All but these.
    record Deny(Set<UUID> members) implements Restriction {
        public Deny {
            members = Set.copyOf(members);
        }
    }

    /// Only these; an empty set is the owner alone.
    record Allow(Set<UUID> members) implements Restriction {
        public Allow {
            members = Set.copyOf(members);
        }
    }

    /// As stored.
    ///
    /// @param kind `NONE`, `DENY` or `ALLOW`
    /// @throws IllegalArgumentException for any other
    static Restriction of(String kind, Collection<UUID> members) {
        return switch (kind) {
            case "NONE" -> new None();
            case "DENY" -> new Deny(Set.copyOf(members));
            case "ALLOW" -> new Allow(Set.copyOf(members));
            default -> throw new IllegalArgumentException("restriction: NONE, DENY or ALLOW");
        };
    }

    /// Whether a member that is not the owner sees the record: what the database's policy says too.
    default boolean admits(UUID member) {
        return switch (this) {
            case None() -> true;
            case Deny(Set<UUID> members) -> !members.contains(member);
            case Allow(Set<UUID> members) -> members.contains(member);
        };
    }
}
