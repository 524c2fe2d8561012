package manumit.hub.checks;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import manumit.hub.identity.Description;
import org.jspecify.annotations.Nullable;

/// What is asked about one traveller or document.
///
/// @param post of the own member, where the traveller is; null: at none
/// @param mrz machine-readable lines, as scanned; null: not scanned
/// @param traveller what is known otherwise; null: nothing
record CheckQuestion(
        @Nullable UUID post,
        @Nullable @Size(max = MOST_MRZ) String mrz,
        @Nullable @Valid Description traveller) {

    static final int MOST_MRZ = 1000;

    static CheckQuestion about(@Nullable UUID post, Description traveller) {
        return new CheckQuestion(post, null, traveller);
    }

    @Override
    public String toString() {
        return "CheckQuestion[post=" + post + "]";
    }
}
