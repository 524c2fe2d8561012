package manumit.cli.output;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Where results go: a file, or standard output, which stays open afterwards.
public final class Output implements AutoCloseable {

    private final Writer writer;
    private final boolean isFile;

    private Output(Writer writer, boolean isFile) {
        this.writer = writer;
        this.isFile = isFile;
    }

    /// Opens the file, or standard output if it is null.
    ///
    /// @throws InputException if the file cannot be written
    public static Output open(@Nullable Path file, Streams streams) {
        return file == null ? new Output(streams.out(), false) : new Output(create(file), true);
    }

    /// Creates or replaces a file, in UTF-8.
    ///
    /// @throws InputException if the file cannot be written
    static Writer create(Path file) {
        try {
            return new BufferedWriter(
                    new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            throw new InputException(
                    file + ": its folder does not exist; create it, or choose another");
        } catch (IOException e) {
            throw new InputException(file + ": cannot be written; check permissions and space");
        }
    }

    public Writer writer() {
        return writer;
    }

    @Override
    public void close() throws IOException {
        if (isFile) {
            writer.close();
        } else {
            writer.flush();
        }
    }

    /// Did the reader of our output go away, as `head` does? Nothing to complain about then.
    public static boolean isBrokenPipe(IOException e) {
        String message = Objects.requireNonNullElse(e.getMessage(), "").toLowerCase(Locale.ROOT);
        return message.contains("broken pipe") || message.contains("pipe is being closed");
    }
}
