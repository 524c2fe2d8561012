/// `manumit check`: travellers against lists.
@NullMarked
package manumit.cli.check;

import org.jspecify.annotations.NullMarked;
