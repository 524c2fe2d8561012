/// Invented flights with invented people, in any number: passenger lists (PAXLST) and bookings
/// (PNRGOV) as carriers send them, clean or with the deviations that real carriers have, and with
/// the truth to compare with what was read.
///
/// {@link manumit.benchmarks.flights.Flights} is the way in. A {@link
/// manumit.benchmarks.flights.Flight} holds the truth: bookings and travellers. {@link
/// manumit.benchmarks.flights.PaxlstWriter} and {@link manumit.benchmarks.flights.PnrgovWriter} put
/// it into messages by the {@link manumit.benchmarks.flights.Habits} of the carrier. All of it
/// follows from a seed and the flight's number. `docs/travel-generator.md` says what is drawn how
/// often.
///
/// People are random; carrier designators are letters and digits that mean nobody. Airports are
/// real, for the sake of local times.
@NullMarked
package manumit.benchmarks.flights;

import org.jspecify.annotations.NullMarked;
