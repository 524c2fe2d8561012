/// The command line, `manumit`.
@NullMarked
package manumit.cli;

import org.jspecify.annotations.NullMarked;
