package manumit.travel.mrz;

import java.util.Objects;

/// One character replaced by one that it is confused with. For a person to look at: a check digit
/// that holds makes a repair likely, not certain.
///
/// @param field where, by meaning
/// @param place where, as printed; one column
/// @param read character as it came
/// @param taken character put in its place
public record MrzRepair(MrzField field, MrzPlace place, char read, char taken) {

    public MrzRepair {
        Objects.requireNonNull(field);
        Objects.requireNonNull(place);
    }

    /// Without the characters.
    @Override
    public String toString() {
        return "MrzRepair[" + field + ", " + place + "]";
    }
}
