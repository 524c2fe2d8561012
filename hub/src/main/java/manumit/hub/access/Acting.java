package manumit.hub.access;

import java.io.Serializable;
import java.util.Set;
import java.util.UUID;

/// In whose name something happens: the principal of a request, and what the database goes by.
///
/// @param kind person or machine
/// @param id of the user or the machine
/// @param member whose user or machine this is
/// @param roles current roles; a machine has those it was given
/// @param suspendedTypes types of records that this actor may not use now
public record Acting(
        Kind kind, UUID id, UUID member, Set<Role> roles, Set<RecordType> suspendedTypes)
        implements Serializable {

    private static final long serialVersionUID = 1;

    /// What signs in.
    public enum Kind {
        USER,
        MACHINE
    }

    public Acting {
        roles = Set.copyOf(roles);
        suspendedTypes = Set.copyOf(suspendedTypes);
    }

    public Set<Right> rights() {
        return RoleTable.rightsOf(roles);
    }

    public boolean may(Right right) {
        return rights().contains(right);
    }
}
