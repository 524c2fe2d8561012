/// Tests of comparisons as a caller sees them.
@NullMarked
package manumit.matching;

import org.jspecify.annotations.NullMarked;
