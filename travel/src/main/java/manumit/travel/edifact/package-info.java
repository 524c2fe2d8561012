/// EDIFACT syntax: interchanges, messages, segments, elements, components. Knows no message type.
@NullMarked
package manumit.travel.edifact;

import org.jspecify.annotations.NullMarked;
