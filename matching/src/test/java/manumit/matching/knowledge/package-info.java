/// Tests of knowledge about names, and the generator of its tables.
@NullMarked
package manumit.matching.knowledge;

import org.jspecify.annotations.NullMarked;
