package manumit.hub.ownership;

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

    /// Whether a member that is not the owner sees the record: what the database's policy says too.
    default boolean admits(UUID member) {
        return switch (this) {
            case None() -> true;
            case Deny(Set<UUID> members) -> !members.contains(member);
            case Allow(Set<UUID> members) -> members.contains(member);
        };
    }
}
