/// How fast messages of flights are read and screened: {@link
/// manumit.benchmarks.flights.speed.FlightsBenchmark}.
@NullMarked
package manumit.benchmarks.flights.speed;

import org.jspecify.annotations.NullMarked;
