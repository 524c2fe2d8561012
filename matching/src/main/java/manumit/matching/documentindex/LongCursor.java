package manumit.matching.documentindex;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Walks over entries of long numbers in {@link LongEntry#ORDER}.
interface LongCursor {

    /// The next entry; null behind the last.
    @Nullable LongEntry next() throws IOException;
}
