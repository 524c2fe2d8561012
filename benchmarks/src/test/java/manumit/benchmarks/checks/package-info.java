@NullMarked
package manumit.benchmarks.checks;

import org.jspecify.annotations.NullMarked;
