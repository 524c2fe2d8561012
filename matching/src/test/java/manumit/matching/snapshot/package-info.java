/// Tests of files that keep an index.
@NullMarked
package manumit.matching.snapshot;

import org.jspecify.annotations.NullMarked;
