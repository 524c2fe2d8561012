@NullMarked
package manumit.benchmarks.crowd;

import org.jspecify.annotations.NullMarked;
