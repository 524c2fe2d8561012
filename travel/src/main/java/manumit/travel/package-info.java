/// What carriers tell about travellers: {@link manumit.travel.TravelMessages} reads it.
@NullMarked
package manumit.travel;

import org.jspecify.annotations.NullMarked;
