package manumit.matching.v1;

import java.util.List;
import manumit.matching.names.NamePart;
import manumit.matching.names.ParsedName;
import manumit.matching.names.Role;

/// The two parts of a name that carry most: first given name and family name. Where the source does
/// not tell them apart, the first and the last full part, which are those two in one order or the
/// other.
final class Ends {

    private Ends() {}

    /// Index of the first given name; -1 if there is none.
    static int given(ParsedName name) {
        List<NamePart> parts = name.parts();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).isFull() && parts.get(i).role() != Role.FAMILY) {
                return i;
            }
        }
        return -1;
    }

    /// Index of the family name; -1 if there is none.
    static int family(ParsedName name) {
        List<NamePart> parts = name.parts();
        for (int i = parts.size() - 1; i >= 0; i--) {
            Role role = parts.get(i).role();
            boolean fits = name.rolesKnown() ? role == Role.FAMILY : role != Role.PATRONYMIC;
            if (parts.get(i).isFull() && fits) {
                return i;
            }
        }
        return -1;
    }
}
