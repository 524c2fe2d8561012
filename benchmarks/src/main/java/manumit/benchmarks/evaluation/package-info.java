/// Accuracy, measured: the matcher against labelled pairs, several scripts, and a whole list asked
/// about people who are on it and people who are not; beside plain baselines in the same run.
///
/// Start at {@link manumit.benchmarks.evaluation.Evaluation}. The data are public lists of real
/// people and stay outside the project; a section whose data are absent is skipped with a notice.
@NullMarked
package manumit.benchmarks.evaluation;

import org.jspecify.annotations.NullMarked;
