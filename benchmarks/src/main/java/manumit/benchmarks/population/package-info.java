/// Invented people of many naming cultures ({@link manumit.benchmarks.population.Population}), and
/// the slips by which names get changed on their way ({@link
/// manumit.benchmarks.population.Perturbation}). All of it follows from a seed.
@NullMarked
package manumit.benchmarks.population;

import org.jspecify.annotations.NullMarked;
