package manumit.journal;

/// Who acted. References only, never a name.
///
/// @param member the country's bureau, for example `LV`; always stated
/// @param user reference of the user; empty if a machine acted by itself
/// @param machine reference of the client machine or interface; empty if none was involved
public record Actor(String member, String user, String machine) {

    static final int MOST_CHARS = 128;

    public Actor {
        Text.requireStated("member", member, MOST_CHARS);
        Text.require("user", user, MOST_CHARS);
        Text.require("machine", machine, MOST_CHARS);
        if (user.isEmpty() && machine.isEmpty()) {
            throw new IllegalArgumentException("user, machine: both empty, one must be stated");
        }
    }

    public static Actor user(String member, String user) {
        return new Actor(member, user, "");
    }

    public static Actor machine(String member, String machine) {
        return new Actor(member, "", machine);
    }

    /// The member alone.
    @Override
    public String toString() {
        return "actor of " + member;
    }
}
