@NullMarked
package manumit.matching.similarity;

import org.jspecify.annotations.NullMarked;
