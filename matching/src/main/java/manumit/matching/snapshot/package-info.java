/// Files that keep an index: named sections of primitive arrays, and identities as bytes. Knows
/// nothing of what the sections mean.
@NullMarked
package manumit.matching.snapshot;

import org.jspecify.annotations.NullMarked;
