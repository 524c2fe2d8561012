/// Finding candidates.
@NullMarked
package manumit.matching.index;

import org.jspecify.annotations.NullMarked;
