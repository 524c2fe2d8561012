/// Writes CUSRES answers to passenger lists.
@NullMarked
package manumit.travel.cusres;

import org.jspecify.annotations.NullMarked;
