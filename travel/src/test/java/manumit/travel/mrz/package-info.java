@NullMarked
package manumit.travel.mrz;

import org.jspecify.annotations.NullMarked;
