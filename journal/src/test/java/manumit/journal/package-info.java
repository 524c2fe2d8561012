@NullMarked
package manumit.journal;

import org.jspecify.annotations.NullMarked;
