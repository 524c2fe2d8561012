/// The parts of a name: titles, particles, initials, order.
@NullMarked
package manumit.matching.names;

import org.jspecify.annotations.NullMarked;
