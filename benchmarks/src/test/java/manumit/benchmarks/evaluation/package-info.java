@NullMarked
package manumit.benchmarks.evaluation;

import org.jspecify.annotations.NullMarked;
