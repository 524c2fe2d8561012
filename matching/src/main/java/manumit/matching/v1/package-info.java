/// Scoring method `manumit-1`. Frozen once published: a better method gets a package of its own.
@NullMarked
package manumit.matching.v1;

import org.jspecify.annotations.NullMarked;
