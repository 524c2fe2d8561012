/// How fast and how small the index of listed documents is, beside others.
@NullMarked
package manumit.benchmarks.documents;

import org.jspecify.annotations.NullMarked;
