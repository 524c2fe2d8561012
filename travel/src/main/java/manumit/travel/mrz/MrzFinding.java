package manumit.travel.mrz;

import java.util.Objects;

/// Something odd in a zone that was read. Holds no personal data.
///
/// @param code what
/// @param field where, by meaning
/// @param place where, as printed
public record MrzFinding(MrzFindingCode code, MrzField field, MrzPlace place) {

    public MrzFinding {
        Objects.requireNonNull(code);
        Objects.requireNonNull(field);
        Objects.requireNonNull(place);
    }
}
