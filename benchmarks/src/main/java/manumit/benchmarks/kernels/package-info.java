/// The innermost steps of a check timed by JMH, beside libraries that do the same: `make kernels`.
///
/// JMH is not beside the executable; only {@link manumit.benchmarks.kernels.Kernels} and the
/// classes here need it.
@NullMarked
package manumit.benchmarks.kernels;

import org.jspecify.annotations.NullMarked;
