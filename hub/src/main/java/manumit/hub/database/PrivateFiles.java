package manumit.hub.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/// Files and folders that only the user who runs the hub may read.
public final class PrivateFiles {

    private static final SecureRandom RANDOM = new SecureRandom();

    private PrivateFiles() {}

    /// Makes the folder if absent, and closes it to others.
    public static Path folder(Path folder) throws IOException {
        Files.createDirectories(folder);
        restrict(folder, "rwx------");
        return folder;
    }

    /// The secret kept in the file; made at random when the file is absent.
    ///
    /// @param bytes length of a new secret, in random bytes; written as base64url
    public static String secret(Path file, int bytes) throws IOException {
        if (!Files.exists(file)) {
            byte[] random = new byte[bytes];
            RANDOM.nextBytes(random);
            write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        }
        return Files.readString(file, StandardCharsets.US_ASCII).strip();
    }

    /// Writes the whole file or nothing.
    private static void write(Path file, String text) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft);
        restrict(draft, "rw-------");
        Files.writeString(draft, text, StandardCharsets.US_ASCII);
        Files.move(
                draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void restrict(Path path, String permissions) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }
}
