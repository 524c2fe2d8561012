/// Scoring method `manumit-2`, for long lists.
@NullMarked
package manumit.matching.v2;

import org.jspecify.annotations.NullMarked;
