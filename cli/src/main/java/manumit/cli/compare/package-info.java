/// `manumit compare`: pairs of descriptions.
@NullMarked
package manumit.cli.compare;

import org.jspecify.annotations.NullMarked;
