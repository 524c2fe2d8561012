/// Evidence put into words.
@NullMarked
package manumit.cli.evidence;

import org.jspecify.annotations.NullMarked;
