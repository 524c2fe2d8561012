package manumit.benchmarks.flights;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import manumit.matching.Identity;

/// What flights are drawn.
///
/// @param seed start of everything drawn by lot
/// @param firstDay local day of the first departures
/// @param days flights are spread over so many days, at least 1
/// @param travellers mean a flight, 20 to 400
/// @param deviatingShare share of carriers whose messages deviate from the guides, 0 to 1
/// @param listed identities of whom some travel; may be empty
/// @param listedShare share of travellers who are one of them, 0 to 1
public record FlightOptions(
        long seed,
        LocalDate firstDay,
        int days,
        int travellers,
        double deviatingShare,
        List<Identity> listed,
        double listedShare) {

    public FlightOptions {
        Objects.requireNonNull(firstDay);
        // Not copied: there may be millions.
        Objects.requireNonNull(listed);
        if (days < 1) {
            throw new IllegalArgumentException("days: at least 1, found " + days);
        }
        if (travellers < 20 || travellers > 400) {
            throw new IllegalArgumentException("travellers: 20 to 400, found " + travellers);
        }
        requireShare("deviatingShare", deviatingShare);
        requireShare("listedShare", listedShare);
    }

    /// Six days from 29 September 2026, 150 travellers a flight, two of five carriers deviating,
    /// nobody listed.
    public static FlightOptions of(long seed) {
        return new FlightOptions(seed, LocalDate.of(2026, 9, 29), 6, 150, .4, List.of(), 0);
    }

    public FlightOptions withDeviatingShare(double value) {
        return new FlightOptions(seed, firstDay, days, travellers, value, listed, listedShare);
    }

    public FlightOptions withListed(List<Identity> identities, double share) {
        return new FlightOptions(
                seed, firstDay, days, travellers, deviatingShare, identities, share);
    }

    public FlightOptions withTravellers(int value) {
        return new FlightOptions(seed, firstDay, days, value, deviatingShare, listed, listedShare);
    }

    private static void requireShare(String name, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(name + ": 0 to 1, found " + share);
        }
    }
}
