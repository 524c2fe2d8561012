/// Learns the tables of letter costs and of rarity, and measures them on held-out names.
@NullMarked
package manumit.benchmarks.training;

import org.jspecify.annotations.NullMarked;
