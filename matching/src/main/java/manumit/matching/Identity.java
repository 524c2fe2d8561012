package manumit.matching;

import java.util.Objects;

/// A listed somebody: a record that checks are made against.
///
/// @param list name of the list the record stands on
/// @param entity the list's own reference; unique within the list
/// @param particulars what the list says
/// @param visibleTo members whose checks may find it; everybody unless restricted
public record Identity(String list, String entity, Particulars particulars, MemberSet visibleTo) {

    public Identity {
        Objects.requireNonNull(particulars);
        Objects.requireNonNull(visibleTo);
        if (list.isBlank() || entity.isBlank()) {
            throw new IllegalArgumentException("list, entity: must not be blank");
        }
    }

    /// A record that everybody may find.
    public static Identity of(String list, String entity, Particulars particulars) {
        return new Identity(list, entity, particulars, MemberSet.EVERYBODY);
    }

    @Override
    public String toString() {
        return "Identity[" + list + " " + entity + "]";
    }
}
