@NullMarked
package manumit.screening;

import org.jspecify.annotations.NullMarked;
