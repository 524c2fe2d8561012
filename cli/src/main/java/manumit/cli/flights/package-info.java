/// `manumit flights`: messages of carriers, read and screened.
@NullMarked
package manumit.cli.flights;

import org.jspecify.annotations.NullMarked;
