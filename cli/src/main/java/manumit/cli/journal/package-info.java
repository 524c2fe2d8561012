/// `manumit journal`: proving an export of the journal.
@NullMarked
package manumit.cli.journal;

import org.jspecify.annotations.NullMarked;
