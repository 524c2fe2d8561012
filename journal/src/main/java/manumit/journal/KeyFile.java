package manumit.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/// Files that only their owner may read.
final class KeyFile {

    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private KeyFile() {}

    /// Writes a file that must not exist yet; readable by its owner alone from the first byte on.
    ///
    /// @return false if there is one already
    static boolean create(Path file, String content) throws IOException {
        FileAttribute<?>[] attributes =
                isPosix()
                        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                        : new FileAttribute<?>[0];
        // Beside it first: whoever opens the file at the same moment must not find half a key.
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException(file + ": is no file name");
        }
        Path beside = Files.createTempFile(folder, ".key", ".new", attributes);
        try {
            Files.writeString(beside, content, StandardCharsets.US_ASCII, StandardOpenOption.SYNC);
            Files.createLink(file, beside);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /// @throws IOException if others may read the file, too
    static String read(Path file) throws IOException {
        if (isPosix() && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
            throw new IOException(
                    file + ": others than its owner may use this key; run chmod 600 on it");
        }
        return Files.readString(file, StandardCharsets.US_ASCII);
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
