/// `manumit bench`: speed and size, measured on this machine.
@NullMarked
package manumit.cli.bench;

import org.jspecify.annotations.NullMarked;
