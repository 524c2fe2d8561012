/// Numbers of documents: folding, check digits, exact index.
@NullMarked
package manumit.matching.documents;

import org.jspecify.annotations.NullMarked;
