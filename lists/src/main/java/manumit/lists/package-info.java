/// Readers of published lists and of Manumit's own formats: from a file to identities and rejects.
@NullMarked
package manumit.lists;

import org.jspecify.annotations.NullMarked;
