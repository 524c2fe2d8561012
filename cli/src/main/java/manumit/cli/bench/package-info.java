/// `manumit bench`: how fast Manumit is.
@NullMarked
package manumit.cli.bench;

import org.jspecify.annotations.NullMarked;
