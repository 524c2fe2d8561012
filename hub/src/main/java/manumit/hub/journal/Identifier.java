package manumit.hub.journal;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/// Something by which a person is known. Hashed at once, never kept.
///
/// @param kind such as `document/LV/P` or `alert`
/// @param value as written
record Identifier(
        @NotNull @Size(min = 1, max = 64) String kind,
        @NotNull @Size(min = 1, max = 200) String value) {

    @Override
    public String toString() {
        return "Identifier";
    }
}
