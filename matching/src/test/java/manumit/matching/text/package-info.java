/// Tests of scripts and letters.
@NullMarked
package manumit.matching.text;

import org.jspecify.annotations.NullMarked;
