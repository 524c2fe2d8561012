/// Screening of flights: {@link manumit.screening.FlightScreening} takes messages, {@link
/// manumit.screening.PassengerScreening} answers about one person.
@NullMarked
package manumit.screening;

import org.jspecify.annotations.NullMarked;
