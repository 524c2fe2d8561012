/// `manumit list`: what a list holds.
@NullMarked
package manumit.cli.lists;

import org.jspecify.annotations.NullMarked;
