/// Reads passenger lists. Hidden; {@link manumit.travel.TravelMessages} is the way in.
@NullMarked
package manumit.travel.paxlst;

import org.jspecify.annotations.NullMarked;
