package manumit.hub.alerts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import manumit.hub.database.IndexFolder;
import manumit.hub.database.PrivateFiles;
import manumit.matching.Identity;
import manumit.matching.Watchlist;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Keeps the index in the data folder, so that a second start opens it instead of reading every
/// alert. Beside the file stands a note of how far it had followed the changes, of which database,
/// and for which scale of lists. What does not fit is left aside: the database has everything.
@Component
class IndexFile {

    private static final Logger LOG = LoggerFactory.getLogger(IndexFile.class);
    private static final String NOTE = "alerts.note";
    private static final String SUFFIX = ".index";

    private final Path folder;

    IndexFile(IndexFolder folder) {
        this.folder = folder.path();
    }

    /// @param horizon where to go on asking for changes
    record Opened(Watchlist watchlist, long horizon) {}

    /// The index as it was kept; empty if there is none, or none of this database and this version.
    Optional<Opened> open(String database) {
        try {
            List<String> note = Files.readAllLines(folder.resolve(NOTE), StandardCharsets.UTF_8);
            if (note.size() != 4
                    || !note.getFirst().equals(database)
                    || !note.getLast().equals(CirculatedAlerts.SCALE.name())) {
                LOG.info(
                        "the index in the data folder is of another database or method; it is made"
                                + " anew");
                return Optional.empty();
            }
            return Optional.of(
                    new Opened(
                            Watchlist.open(folder.resolve(note.get(2))),
                            Long.parseUnsignedLong(note.get(1))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | NumberFormatException e) {
            LOG.info("the index in the data folder cannot be used; it is made anew");
            return Optional.empty();
        }
    }

    /// Writes and opens an index.
    ///
    /// @param identities all that circulates, read after the horizon was told
    Opened write(Stream<Identity> identities, long horizon, String database) throws IOException {
        PrivateFiles.folder(folder);
        String name = "alerts-" + UUID.randomUUID() + SUFFIX;
        Watchlist.build(identities, folder.resolve(name), CirculatedAlerts.SCALE);
        Opened opened = new Opened(Watchlist.open(folder.resolve(name)), horizon);
        Path draft = folder.resolve(NOTE + ".new");
        Files.write(
                draft,
                List.of(
                        database,
                        Long.toUnsignedString(horizon),
                        name,
                        CirculatedAlerts.SCALE.name()),
                StandardCharsets.UTF_8);
        Files.move(
                draft,
                folder.resolve(NOTE),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        deleteOthers(name);
        return opened;
    }

    /// An index in use stays readable after its file is deleted, but where the system refuses to:
    /// then it is deleted the next time.
    private void deleteOthers(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String other = file.getFileName().toString();
                if (other.startsWith("alerts-") && !other.startsWith(name)) {
                    try {
                        Files.deleteIfExists(file);
                    } catch (IOException e) {
                        LOG.info("a file of the index before is still in use");
                    }
                }
            }
        }
    }
}
