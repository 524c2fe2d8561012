package manumit.lists;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import manumit.matching.Identity;

/// Reads lists of any known format, recognised by content.
public final class ListReader {

    private ListReader() {}

    /// Streams the identities of the files. Files that belong together (the OFAC `sdn`, `alt` and
    /// `add` files) are read as one list.
    ///
    /// @throws IOException if a file cannot be opened or read, or no known format fits it
    @SuppressWarnings("DoNotCallSuggester")
    public static void read(
            List<Path> files, Consumer<Identity> identities, Consumer<Reject> rejects)
            throws IOException {
        throw new IOException("no reader yet");
    }
}
