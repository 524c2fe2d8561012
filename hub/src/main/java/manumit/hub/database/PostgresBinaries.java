package manumit.hub.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's programs for this platform, unpacked from the class path.
final class PostgresBinaries {

    /// Changes with the bundled version, so that a new one is unpacked beside the old.
    private static final String FOLDER = "programs-18.6";

    private PostgresBinaries() {}

    /// The folder with `bin`, `lib` and `share`; unpacked on first use (about 60 MB).
    static Path unpack(Path home) throws IOException {
        Path programs = home.resolve(FOLDER);
        if (Files.isDirectory(programs)) {
            return programs;
        }
        String archive = "/postgres-" + platform() + ".txz";
        Path draft = home.resolve("programs.new");
        EmbeddedPostgres.deleteFolder(draft);
        Files.createDirectory(draft);
        try (InputStream resource = PostgresBinaries.class.getResourceAsStream(archive)) {
            if (resource == null) {
                throw new HubStartException(
                        HubStartException.Code.DATABASE,
                        "no embedded PostgreSQL for this platform ("
                                + platform()
                                + "); use a server with --database");
            }
            unpack(new TarArchiveInputStream(new XZInputStream(resource)), draft);
        }
        Files.move(draft, programs, StandardCopyOption.ATOMIC_MOVE);
        return programs;
    }

    private static void unpack(TarArchiveInputStream tar, Path folder) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry();
                entry != null;
                entry = tar.getNextEntry()) {
            Path target = folder.resolve(entry.getName()).normalize();
            if (!target.startsWith(folder)) {
                throw new IOException("the archive of PostgreSQL leaves its folder");
            }
            if (entry.isDirectory()) {
                Files.createDirectories(target);
            } else if (entry.isSymbolicLink()) {
                Files.createDirectories(target.resolveSibling("."));
                Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            } else {
                Files.createDirectories(target.resolveSibling("."));
                Files.copy(tar, target);
                if ((entry.getMode() & 0100) != 0 && !target.toFile().setExecutable(true, true)) {
                    throw new IOException("cannot make " + target + " executable");
                }
            }
        }
    }

    private static String platform() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        boolean arm = machine.equals("aarch64") || machine.equals("arm64");
        String bits = arm ? "arm_64" : "x86_64";
        if (name.startsWith("windows")) {
            return "windows-" + bits;
        }
        return (name.startsWith("mac") ? "darwin-" : "linux-") + bits;
    }
}
