/// Reads bookings. Hidden; {@link manumit.travel.TravelMessages} is the way in.
@NullMarked
package manumit.travel.pnrgov;

import org.jspecify.annotations.NullMarked;
