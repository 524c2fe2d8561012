package manumit.cli.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import manumit.cli.check.CheckRun;
import manumit.cli.check.ListLoading;
import manumit.cli.check.Summary;
import manumit.cli.output.InputException;
import manumit.cli.output.RejectLog;
import manumit.cli.output.Streams;
import manumit.matching.Band;
import manumit.matching.Watchlist;

/// Invented travellers against an invented list, on the terminal, with the reasons of each answer.
final class Explanation {

    private static final String LIST = "invented-list.csv";
    private static final String TRAVELLERS = "travellers.csv";
    private static final int TOP = 2;

    private final Streams streams;
    private final Path home;

    /// @param home folder for the list and the travellers, to play with afterwards
    Explanation(Streams streams, Path home) {
        this.streams = streams;
        this.home = home;
    }

    /// Puts the list and the travellers into the folder.
    ///
    /// @throws InputException if it cannot be written
    void unpack() {
        unpack(LIST);
        unpack(TRAVELLERS);
    }

    void print() throws IOException {
        Path list = unpack(LIST);
        Path travellers = unpack(TRAVELLERS);
        try (RejectLog rejects = RejectLog.open(null, streams.err())) {
            Watchlist watchlist = ListLoading.load(List.of(list), rejects);
            streams.out().write(introduction(watchlist.size()));
            Summary summary;
            try (InputStream in = Files.newInputStream(travellers)) {
                summary =
                        new CheckRun(watchlist, new DemoAnswers(), Band.POSSIBLE, TOP, rejects)
                                .run(in, TRAVELLERS, streams.out(), _ -> {});
            }
            streams.out().write(closing(list, travellers));
            streams.out().flush();
            streams.err().println(summary);
        }
    }

    private static String introduction(int records) {
        return """
        An invented list of %d records meets invented travellers. Below each traveller stand the
        records that may be the same person: the band, a score that ranks, and the reasons.

          strong     compare the person in front of you with the record now
          possible   look at the evidence
          none       nobody on the list

        """
                .replace("%d", Integer.toString(records));
    }

    private static String closing(Path list, Path travellers) {
        return """

        Each reason weighs evidence: what agrees, what is near, what one side leaves out (no
        contradiction), what contradicts. A rare name says more than a common one. docs/matching.md
        explains the method.

        Next, the same answers for a program to read:

          %command check --list %list --format json %travellers

        and with your own list and travellers (`%command help check` shows the columns).
        """
                .replace("%command", quoted(System.getProperty("manumit.command", "./manumit")))
                .replace("%list", shown(list))
                .replace("%travellers", shown(travellers));
    }

    /// The path as one word for a shell, relative to the working directory where it lies below it.
    private static String shown(Path file) {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = file.toAbsolutePath().normalize();
        String path = (absolute.startsWith(here) ? here.relativize(absolute) : absolute).toString();
        return quoted(path);
    }

    private static String quoted(String word) {
        return word.matches("[\\w./+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    private Path unpack(String name) {
        Path file = home.resolve(name);
        try (InputStream resource =
                Objects.requireNonNull(
                        Explanation.class.getResourceAsStream("/manumit/cli/demo/" + name), name)) {
            Files.createDirectories(home);
            Files.copy(resource, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new InputException(
                    home + ": cannot be written; choose another folder with --folder");
        }
        return file;
    }
}
