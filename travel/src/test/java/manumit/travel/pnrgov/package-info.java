@NullMarked
package manumit.travel.pnrgov;

import org.jspecify.annotations.NullMarked;
