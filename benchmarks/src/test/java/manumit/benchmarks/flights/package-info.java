@NullMarked
package manumit.benchmarks.flights;

import org.jspecify.annotations.NullMarked;
