/// What is known about names in the world: equivalent names, titles and particles, patronymics,
/// legal forms, surnames, syllables. The knowledge itself is commented data in
/// `matching/knowledge`, from which the tables beside this package are generated.
@NullMarked
package manumit.matching.knowledge;

import org.jspecify.annotations.NullMarked;
