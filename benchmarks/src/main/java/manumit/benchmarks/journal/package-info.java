/// How fast the journal is: {@link manumit.benchmarks.journal.JournalBenchmark}, beside plain
/// inserts.
@NullMarked
package manumit.benchmarks.journal;

import org.jspecify.annotations.NullMarked;
