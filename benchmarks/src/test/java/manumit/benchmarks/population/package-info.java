@NullMarked
package manumit.benchmarks.population;

import org.jspecify.annotations.NullMarked;
