/// How fast a list answers, on a crowd of invented people ({@link
/// manumit.benchmarks.checks.ChecksBenchmark}), beside Lucene and beside comparing with every
/// record.
@NullMarked
package manumit.benchmarks.checks;

import org.jspecify.annotations.NullMarked;
