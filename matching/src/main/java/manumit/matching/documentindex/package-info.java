/// Stolen, lost and revoked travel documents by number alone, at the scale of 10^8: a memory-mapped
/// file of about ten bytes a document, and the changes since.
@NullMarked
package manumit.matching.documentindex;

import org.jspecify.annotations.NullMarked;
