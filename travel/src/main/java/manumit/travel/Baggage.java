package manumit.travel;

import java.util.List;

/// Checked bags of a traveller.
///
/// @param pieces -1 if unknown
/// @param weightKg -1 if unknown
/// @param tags as written; a run of consecutive tags as `first:count`
/// @param pool who shares it: reference of the head of the pool, or empty
public record Baggage(int pieces, double weightKg, List<String> tags, String pool) {

    public static final Baggage UNKNOWN = new Baggage(-1, -1, List.of(), "");

    public Baggage {
        tags = List.copyOf(tags);
    }
}
