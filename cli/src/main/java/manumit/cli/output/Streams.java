package manumit.cli.output;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/// What a command reads from and writes to.
///
/// @param in standard input
/// @param out results; a failing write throws, unlike those of `System.out`
/// @param err summaries, notices and complaints
/// @param terminal whether a person watches: progress is shown only then
public record Streams(InputStream in, Writer out, PrintWriter err, boolean terminal) {

    private static final int BUFFER_CHARS = 1 << 16;

    /// Those of the process, in UTF-8.
    @SuppressWarnings("SystemConsoleNull") // an absent console and one that is no terminal: both
    public static Streams ofProcess() {
        return new Streams(
                System.in,
                new BufferedWriter(
                        new OutputStreamWriter(
                                new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8),
                        BUFFER_CHARS),
                new PrintWriter(
                        new OutputStreamWriter(
                                new FileOutputStream(FileDescriptor.err), StandardCharsets.UTF_8),
                        true),
                System.console() != null && System.console().isTerminal());
    }
}
