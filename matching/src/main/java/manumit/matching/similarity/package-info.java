/// How alike two name parts are, across scripts: letters, learned letter costs, rarity.
@NullMarked
package manumit.matching.similarity;

import org.jspecify.annotations.NullMarked;
