/// `manumit evaluate`: the matcher measured on labelled data.
@NullMarked
package manumit.cli.evaluate;

import org.jspecify.annotations.NullMarked;
