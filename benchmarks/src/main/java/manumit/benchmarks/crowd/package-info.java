/// Invented people in any number, for measuring speed: an endless numbered crowd ({@link
/// manumit.benchmarks.crowd.Crowd}) and the travellers that are checked against it ({@link
/// manumit.benchmarks.crowd.CheckStream}). All of it follows from a seed.
///
/// The people are random; where one bears the name of a real person, that is chance.
@NullMarked
package manumit.benchmarks.crowd;

import org.jspecify.annotations.NullMarked;
