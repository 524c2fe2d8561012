/// What was odd in a message, where, and what to do about it.
@NullMarked
package manumit.travel.warnings;

import org.jspecify.annotations.NullMarked;
