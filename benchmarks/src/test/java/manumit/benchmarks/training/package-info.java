@NullMarked
package manumit.benchmarks.training;

import org.jspecify.annotations.NullMarked;
