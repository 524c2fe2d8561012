package manumit.benchmarks.flights;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;

/// One booking (PNR).
///
/// @param locator six capitals and digits, unique on the flight
/// @param kind who travels together
/// @param agency IATA number of the travel agency; empty if booked with the carrier
/// @param created when, UTC
/// @param hasDocuments whether documents stand in the booking (SSR DOCS)
/// @param travellers never empty
public record Booking(
        String locator,
        Kind kind,
        String agency,
        LocalDateTime created,
        boolean hasDocuments,
        List<Traveller> travellers) {

    /// Who travels together.
    public enum Kind {
        SINGLE,
        COUPLE,
        /// Two or more generations of one family name.
        FAMILY,
        /// Six or more people without a family name in common, mostly by one agency.
        GROUP
    }

    public Booking {
        Objects.requireNonNull(kind);
        travellers = List.copyOf(travellers);
        if (travellers.isEmpty()) {
            throw new IllegalArgumentException("travellers: at least one");
        }
    }

    /// Never shows personal data.
    @Override
    public String toString() {
        return "Booking[" + kind + ", travellers " + travellers.size() + "]";
    }
}
