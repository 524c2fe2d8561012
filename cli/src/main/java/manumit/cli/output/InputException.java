package manumit.cli.output;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// What the caller named cannot be used. The message is one line with the name and the remedy; the
/// command ends with {@link ExitCode#USAGE}.
public final class InputException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public InputException(String message) {
        super(message);
    }

    /// Puts a failure to open or read a file into words.
    public static InputException of(String file, IOException e) {
        return new InputException(
                switch (e) {
                    case NoSuchFileException _ ->
                            file + ": no such file; check the path, or the folder you are in";
                    case AccessDeniedException _ ->
                            file + ": may not be read; check its permissions";
                    default -> {
                        String message = e.getMessage() == null ? "cannot be read" : e.getMessage();
                        yield message.contains(file) ? message : file + ": " + message;
                    }
                });
    }

    /// Refuses a path that is no readable file before anything is done.
    public static void requireFile(Path file) {
        if (!Files.exists(file)) {
            throw of(file.toString(), new NoSuchFileException(file.toString()));
        }
        if (Files.isDirectory(file)) {
            throw new InputException(file + ": is a folder; name the files in it");
        }
        if (!Files.isReadable(file)) {
            throw of(file.toString(), new AccessDeniedException(file.toString()));
        }
    }
}
