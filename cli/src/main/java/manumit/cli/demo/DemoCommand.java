package manumit.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import manumit.cli.output.ExitCode;
import manumit.cli.output.InputException;
import manumit.cli.output.Streams;
import manumit.hub.Hub;
import manumit.hub.HubOptions;
import manumit.hub.database.HubStartException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `manumit demo`.
@Command(
        name = "demo",
        description = {
            "Runs a hub on which six members check travellers against each other's alerts. Everybody"
                    + " in it is invented, and it can be reached from this computer only.",
            "",
            "Open the address that it prints, choose who you are, and work a hit to its outcome."
                    + " Travellers keep arriving until you end it with Ctrl-C."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            ExitCode.DONE_TEXT,
            "1:With --exit: other hits were found or closed than had to be. Or a fault of Manumit's"
                    + " own.",
            ExitCode.USAGE_TEXT,
            ExitCode.NOT_STARTED_TEXT
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./manumit demo",
            "      a hub to look at, with hits that wait for you",
            "  ./manumit demo --exit --json",
            "      the same without a person: every hit is worked to its outcome, and counted",
            "  ./manumit demo --explain",
            "      no hub: an invented list, invented travellers, and the reasons of each answer"
        })
public final class DemoCommand implements Callable<Integer> {

    /// Where the person at the keyboard plays, and the demo leaves the last steps to them.
    private static final String YOUR_MEMBER = "SEN";

    private static final long SECONDS_BETWEEN_TRAVELLERS = 3;

    @Option(
            names = "--explain",
            description = "Explain the answers of an invented list on the terminal; no hub.")
    private boolean explain;

    @Option(names = "--exit", description = "Play everybody, then end.")
    private boolean exit;

    @Option(names = "--json", description = "With --exit: what came of it, as a JSON object.")
    private boolean json;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Port to listen on; default ${DEFAULT-VALUE}; 0: any free one.")
    private int port;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description =
                    "Folder for the demo, emptied of an earlier one; default .manumit/demo beside"
                            + " the launcher.")
    private @Nullable Path folder;

    private final Streams streams;

    public DemoCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path home = folder == null ? defaultFolder() : folder;
        Explanation explanation = new Explanation(streams, home);
        if (explain) {
            explanation.print();
            return ExitCode.DONE;
        }
        explanation.unpack();
        long begun = System.nanoTime();
        Path data = home.resolve("hub");
        emptied(data);
        try (Hub hub = Hub.start(options(data))) {
            hub.takeFirstEnrolment();
            Cast cast = Cast.read();
            Stage stage =
                    Stage.set(
                            cast,
                            hub.address(),
                            LocalDate.now(Clock.systemUTC()),
                            line -> streams.err().println("  " + line));
            Tally tally = new Tally();
            Journeys journeys = new Journeys(stage, tally);
            journeys.all(member -> exit || !member.equals(YOUR_MEMBER));
            double seconds = (System.nanoTime() - begun) / 1e9;
            return exit ? told(cast, tally, seconds) : played(hub, stage, journeys);
        } catch (HubStartException e) {
            streams.err().println("manumit: " + e.getMessage());
            return ExitCode.NOT_STARTED;
        }
    }

    private Integer told(Cast cast, Tally tally, double seconds) throws IOException {
        Map<String, Object> figures = tally.figures(cast, seconds);
        if (json) {
            streams.out().write(Cast.JSON.writeValueAsString(figures) + "\n");
        } else {
            for (Map.Entry<String, Object> figure : figures.entrySet()) {
                streams.out().write(figure.getKey() + ": " + figure.getValue() + "\n");
            }
        }
        streams.out().flush();
        return tally.isAsExpected(cast) ? ExitCode.DONE : ExitCode.INTERNAL;
    }

    /// Shows the way in, then lets travellers arrive until the process is ended.
    private Integer played(Hub hub, Stage stage, Journeys journeys)
            throws IOException, InterruptedException {
        Cast.Officers you = stage.officers(YOUR_MEMBER);
        streams.out()
                .write(
                        """

                        The hub of the demo:  %address/sign-in/demo

                        Everybody on it is invented. Choose who you are:
                          %duty, duty officer of Senegal: two hits wait for you under "Hits". Read what the
                              owner answered, record what was done, close the hit with its outcome.
                          %border, border officer at Dakar airport: check a traveller under "Check", for
                              example  YOUSEF AL HADDAD, born 1987-03-14.
                          %specialist, victim specialist: alerts that protect somebody.
                        Sign out to be somebody else. Travellers keep arriving at all posts.
                        End with Ctrl-C.
                        """
                                .replace("%address", hub.address())
                                .replace("%duty", you.duty())
                                .replace("%border", you.border())
                                .replace("%specialist", you.specialist()));
        streams.out().flush();
        Runtime.getRuntime().addShutdownHook(new Thread(hub::close, "shutdown"));
        List<Cast.Traveller> ordinary =
                stage.cast().travellers().stream()
                        .filter(one -> one.expects().isEmpty() && one.hidden().isEmpty())
                        .toList();
        Random random = new Random(1);
        while (true) {
            TimeUnit.SECONDS.sleep(SECONDS_BETWEEN_TRAVELLERS);
            try {
                journeys.check(ordinary.get(random.nextInt(ordinary.size())));
            } catch (InputException e) {
                return ExitCode.DONE;
            }
        }
    }

    private HubOptions options(Path data) throws IOException {
        return new HubOptions(
                data,
                null,
                port,
                InetAddress.getLoopbackAddress(),
                false,
                null,
                Map.of(
                        HubOptions.DEMO,
                        "true",
                        "manumit.attempts-per-minute",
                        "100000",
                        "logging.threshold.console",
                        "OFF",
                        "logging.file.name",
                        data.resolve("hub.log").toString()));
    }

    /// Deletes what an earlier demo left: a hub of the same folder, recognised by its mark.
    private static void emptied(Path data) throws IOException {
        Path mark = data.resolve("demo");
        if (Files.exists(data) && !Files.exists(mark)) {
            throw new InputException(
                    data + ": holds something else than a demo; choose another --folder");
        }
        if (Files.exists(data)) {
            try (Stream<Path> files = Files.walk(data)) {
                files.sorted(Comparator.reverseOrder()).forEach(DemoCommand::delete);
            }
        }
        Files.createDirectories(data);
        Files.writeString(mark, "Invented. Deleted by the next demo.\n");
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path defaultFolder() {
        String root = System.getProperty("repository.root");
        return Path.of(root == null ? "" : root, ".manumit", "demo");
    }
}
