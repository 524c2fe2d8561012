/// What both kinds of messages need: dates, card numbers, services that are dropped. Hidden.
@NullMarked
package manumit.travel.intake;

import org.jspecify.annotations.NullMarked;
