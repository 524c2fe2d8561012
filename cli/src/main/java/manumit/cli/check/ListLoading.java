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

    /// Reads the files; a snapshot among them is opened, and the records of the others are put into
    /// it.
    ///
    /// @throws InputException if a file cannot be read, no known format fits it, or there are
    ///   several snapshots
    public static Watchlist load(List<Path> files, RejectLog rejects) {
        files.forEach(InputException::requireFile);
        List<Path> lists = new ArrayList<>(files);
        Watchlist opened = null;
        for (Path file : files) {
            if (isSnapshot(file)) {
                if (opened != null) {
                    throw new InputException(
                            file
                                    + ": is a second snapshot; build one of all lists with: manumit"
                                    + " list build");
                }
                opened = open(file);
                lists.remove(file);
            }
        }
        List<Identity> identities = lists.isEmpty() ? List.of() : read(lists, rejects);
        if (opened == null) {
            return Watchlist.of(identities);
        }
        opened.putAll(identities);
        return opened;
    }

    private static boolean isSnapshot(Path file) {
        try {
            return Watchlist.isSnapshot(file);
        } catch (IOException e) {
            throw InputException.of(file.toString(), e);
        }
    }

    private static Watchlist open(Path snapshot) {
        try {
            return Watchlist.open(snapshot);
        } catch (IOException e) {
            throw InputException.of(snapshot.toString(), e);
        }
    }

    private static List<Identity> read(List<Path> lists, RejectLog rejects) {
        List<Identity> identities = new ArrayList<>();
        try {
            ListReader.read(lists, identities::add, rejects);
        } catch (IOException e) {
            throw InputException.of(lists.size() == 1 ? lists.getFirst().toString() : "", e);
        }
        return identities;
    }
}
