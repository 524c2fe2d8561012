package manumit.cli.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import manumit.cli.output.InputException;
import manumit.cli.output.RejectLog;
import manumit.lists.ListReader;
import manumit.matching.Identity;
import manumit.matching.Watchlist;

/// From list files to a list that can be asked.
public final class ListLoading {

    private ListLoading() {}

    /// Reads the files.
    ///
    /// @throws InputException if a file cannot be read, or no known format fits it
    public static Watchlist load(List<Path> files, RejectLog rejects) {
        List<Identity> identities = new ArrayList<>();
        files.forEach(InputException::requireFile);
        try {
            ListReader.read(files, identities::add, rejects);
        } catch (IOException e) {
            String named = files.size() == 1 ? files.getFirst().toString() : "";
            throw InputException.of(named, e);
        }
        return Watchlist.of(identities);
    }
}
