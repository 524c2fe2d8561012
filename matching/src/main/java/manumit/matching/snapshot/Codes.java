package manumit.matching.snapshot;

import java.util.List;

/// The numbers under which the constants of an enum stand in a file. They stay when constants are
/// moved about or added: a new one goes to the end.
///
/// @param byCode every constant, at its number
record Codes<E extends Enum<E>>(List<E> byCode) {

    Codes {
        for (E constant : byCode.getFirst().getDeclaringClass().getEnumConstants()) {
            if (!byCode.contains(constant)) {
                throw new IllegalStateException(constant + " has no number in snapshots");
            }
        }
    }

    int code(E constant) {
        return byCode.indexOf(constant);
    }

    /// @throws IndexOutOfBoundsException where no constant has the number
    E constant(int code) {
        return byCode.get(code);
    }
}
