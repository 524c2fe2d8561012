package manumit.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import manumit.cli.output.Streams;

/// Runs what most commands need once, so that Java can remember the classes for the next start.
final class WarmUp {

    private WarmUp() {}

    static void run() {
        Streams nowhere =
                new Streams(
                        InputStream.nullInputStream(),
                        Writer.nullWriter(),
                        new PrintWriter(Writer.nullWriter()),
                        false);
        Manumit.run(nowhere, "--version");
        Manumit.run(nowhere, "--help");
        Manumit.run(nowhere, "help", "check");
        Manumit.run(nowhere, "demo", "--explain");
    }
}
