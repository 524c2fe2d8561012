/// Trainers, accuracy evaluation, speed benchmarks, generators of invented people.
@NullMarked
package manumit.benchmarks;

import org.jspecify.annotations.NullMarked;
