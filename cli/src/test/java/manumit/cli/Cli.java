package manumit.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import manumit.cli.output.Streams;

/// Runs the command line in this process and keeps what it prints.
public final class Cli {

    private Cli() {}

    /// Streams that lead nowhere, for looking at the commands without running one.
    public static Streams streams() {
        return new Streams(
                new ByteArrayInputStream(new byte[0]),
                new StringWriter(),
                new PrintWriter(new StringWriter(), true),
                false);
    }

    /// What a run left behind.
    public record Result(int code, String out, String err) {}

    public static Result run(String... args) {
        return runWith("", args);
    }

    /// @param in standard input
    public static Result runWith(String in, String... args) {
        StringWriter out = new StringWriter();
        return run(in, out, out::toString, args);
    }

    /// A run whose reader goes away at once, as `head -n 0` does.
    public static Result runIntoBrokenPipe(String in, String... args) {
        Writer broken =
                new Writer() {
                    @Override
                    public void write(char[] chars, int offset, int length) throws IOException {
                        throw new IOException("Broken pipe");
                    }

                    @Override
                    public void flush() {}

                    @Override
                    public void close() {}
                };
        return run(in, broken, () -> "", args);
    }

    private static Result run(String in, Writer out, Supplier<String> written, String... args) {
        StringWriter err = new StringWriter();
        Streams streams =
                new Streams(
                        new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                        out,
                        new PrintWriter(err, true),
                        false);
        int code = Manumit.run(streams, args);
        return new Result(code, written.get(), err.toString());
    }
}
