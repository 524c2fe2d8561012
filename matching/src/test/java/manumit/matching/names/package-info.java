/// Tests of taking names apart.
@NullMarked
package manumit.matching.names;

import org.jspecify.annotations.NullMarked;
