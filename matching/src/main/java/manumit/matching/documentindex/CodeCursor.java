package manumit.matching.documentindex;

import java.io.IOException;

/// Walks over coded entries ({@link NumberCode}, {@link EntryCode}) by ascending key, then
/// identity.
interface CodeCursor {

    /// To the first entry, then to each next.
    ///
    /// @return false where there is none
    boolean next() throws IOException;

    long key();

    /// With {@link EntryCode#REMOVED} for a reason where a change took the document off.
    long code();
}
