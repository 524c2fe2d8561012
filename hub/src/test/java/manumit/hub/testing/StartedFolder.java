package manumit.hub.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import manumit.hub.database.HubDatabase;

/// The data folder of a hub that was started and stopped once, copied for whoever asks: PostgreSQL
/// is unpacked, the database is there, all tables are made and nobody is in it. Spares a test the
/// seconds that a first start takes. Not for tests of the first start itself.
public final class StartedFolder {

    /// PostgreSQL's programs: never written to, so a link is a copy.
    private static final String PROGRAMS = "programs-";

    private StartedFolder() {}

    private static final class Shared {
        static final Path FOLDER = make();

        private static Path make() {
            try {
                Path folder = Files.createTempDirectory("manumit-started");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
                HubDatabase.embedded(folder).close();
                return folder;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// @param folder absent or empty
    /// @return the same
    public static Path copyTo(Path folder) throws IOException {
        Path from = Shared.FOLDER;
        Files.walkFileTree(
                from,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path one, BasicFileAttributes is)
                            throws IOException {
                        Path to = folder.resolve(from.relativize(one));
                        Files.copy(
                                one,
                                to,
                                StandardCopyOption.COPY_ATTRIBUTES,
                                StandardCopyOption.REPLACE_EXISTING);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path one, BasicFileAttributes is)
                            throws IOException {
                        Path relative = from.relativize(one);
                        Path to = folder.resolve(relative);
                        if (relative.getNameCount() > 1
                                && relative.getName(1).toString().startsWith(PROGRAMS)
                                && is.isRegularFile()) {
                            Files.createLink(to, one);
                        } else {
                            Files.copy(
                                    one,
                                    to,
                                    StandardCopyOption.COPY_ATTRIBUTES,
                                    java.nio.file.LinkOption.NOFOLLOW_LINKS);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        return folder;
    }

    private static void delete(Path folder) {
        try (var paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            System.err.println("left behind: " + folder);
        }
    }
}
