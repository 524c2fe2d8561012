/// Scripts and letters: from a name in any script to comparable Latin forms.
@NullMarked
package manumit.matching.text;

import org.jspecify.annotations.NullMarked;
