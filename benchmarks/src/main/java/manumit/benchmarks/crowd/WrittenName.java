package manumit.benchmarks.crowd;

import java.util.ArrayList;
import java.util.List;
import manumit.matching.Name;
import manumit.matching.NameKind;

/// A name as it is written somewhere. A part may hold spaces (Abd al-Rahman).
///
/// @param given given, middle and fathers' names in the order written
/// @param family family names; may be empty
/// @param familyFirst whether the family name is written first
/// @param isInParts whether the source tells given names and family name apart
record WrittenName(
        List<String> given, List<String> family, boolean familyFirst, boolean isInParts) {

    WrittenName {
        given = List.copyOf(given);
        family = List.copyOf(family);
    }

    /// All parts in the order written.
    List<String> parts() {
        List<String> parts = new ArrayList<>(given.size() + family.size());
        parts.addAll(familyFirst ? family : given);
        parts.addAll(familyFirst ? given : family);
        return parts;
    }

    String whole() {
        return String.join(" ", parts());
    }

    Name name(NameKind kind) {
        return isInParts && !family.isEmpty()
                ? new Name(kind, whole(), String.join(" ", given), String.join(" ", family))
                : Name.of(kind, whole());
    }

    /// The same as one line.
    WrittenName asLine(List<String> parts) {
        return new WrittenName(parts, List.of(), false, false);
    }
}
