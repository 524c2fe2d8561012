package manumit.cli.serve;

import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import manumit.cli.output.ExitCode;
import manumit.cli.output.InputException;
import manumit.cli.output.Streams;
import manumit.hub.Hub;
import manumit.hub.HubOptions;
import manumit.hub.database.DatabaseServer;
import manumit.hub.database.HubStartException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `manumit serve`.
@Command(
        name = "serve",
        description = {
            "Runs the hub: the server that members share.",
            "",
            "On the first start it prints a link, good for a day, on which the first administrator"
                    + " chooses a password and a second factor. There is no default password.",
            "",
            "With --database the passwords of the roles manumit_owner and manumit_app are taken"
                    + " from the environment: MANUMIT_OWNER_PASSWORD, MANUMIT_APP_PASSWORD."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            ExitCode.DONE_TEXT,
            ExitCode.INTERNAL_TEXT,
            ExitCode.USAGE_TEXT,
            ExitCode.NOT_STARTED_TEXT
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./manumit serve",
            "      for this machine only, with a database of its own",
            "  ./manumit serve --bind 0.0.0.0 --tls-certificate hub.crt --tls-key hub.key",
            "      for everybody, with TLS",
            "  ./manumit serve --database jdbc:postgresql://db.example:5432/manumit",
            "      with a PostgreSQL server"
        })
public final class ServeCommand implements Callable<Integer> {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Folder for the database and the keys; default .manumit/hub beside the"
                            + " launcher.")
    private @Nullable Path data;

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "PostgreSQL server to use instead of the hub's own.")
    private @Nullable String database;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Port to listen on; default ${DEFAULT-VALUE}; 0: any free one.")
    private int port;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description =
                    "Address to listen on; default ${DEFAULT-VALUE}. Beyond this machine only"
                            + " with TLS.")
    private String bind = "127.0.0.1";

    @Option(
            names = "--address",
            paramLabel = "URL",
            description =
                    "Where people reach the hub, for example https://hub.example: passkeys are"
                            + " bound to it, and providers of identity send people back to it."
                            + " Default: http://localhost with the port, without TLS and proxy"
                            + " only.")
    private @Nullable String publicAddress;

    @Option(names = "--tls-certificate", paramLabel = "FILE", description = "Certificates in PEM.")
    private @Nullable Path tlsCertificate;

    @Option(names = "--tls-key", paramLabel = "FILE", description = "Private key in PEM.")
    private @Nullable Path tlsKey;

    @Option(
            names = "--tls-client-authorities",
            paramLabel = "FILE",
            description = "Ask for client certificates of these authorities, in PEM.")
    private @Nullable Path tlsClientAuthorities;

    @Option(
            names = "--behind-proxy",
            description = "A proxy terminates TLS and sets X-Forwarded headers.")
    private boolean behindProxy;

    @Option(
            names = "--journal-signing-key",
            paramLabel = "FILE",
            description = "Key that signs the journal's checkpoints; default in the data folder.")
    private @Nullable Path journalSigningKey;

    @Option(
            names = "--journal-subject-key",
            paramLabel = "FILE",
            description =
                    "Key under which people are hashed in the journal; default in the data folder.")
    private @Nullable Path journalSubjectKey;

    private final Streams streams;

    public ServeCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws InterruptedException {
        Hub hub;
        try {
            hub = Hub.start(options());
        } catch (HubStartException e) {
            streams.err().println("manumit: " + e.getMessage());
            return e.code() == HubStartException.Code.BAD_OPTION
                    ? ExitCode.USAGE
                    : ExitCode.NOT_STARTED;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(hub::close, "shutdown"));
        PrintWriter err = streams.err();
        hub.takeFirstEnrolment()
                .ifPresent(path -> {
                    err.println(
                            "First start: nobody can sign in yet. Open this link within a"
                                    + " day to become the first administrator:");
                    err.println("  " + hub.address() + path);
                });
        err.println("The hub listens on " + hub.address() + " (end with Ctrl-C)");
        hub.awaitClosed();
        return ExitCode.DONE;
    }

    private HubOptions options() {
        return new HubOptions(
                data == null ? defaultFolder() : data,
                server(),
                port,
                address(),
                behindProxy,
                tls(),
                settings());
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        if (!streams.terminal()) {
            settings.put("logging.structured.format.console", "ecs");
        }
        if (publicAddress != null) {
            settings.put("manumit.address", publicAddress);
        }
        if (journalSigningKey != null) {
            settings.put("manumit.journal.signing-key", journalSigningKey.toString());
        }
        if (journalSubjectKey != null) {
            settings.put("manumit.journal.subject-key", journalSubjectKey.toString());
        }
        return settings;
    }

    private @Nullable DatabaseServer server() {
        return database == null
                ? null
                : new DatabaseServer(
                        database,
                        login("manumit_owner", "MANUMIT_OWNER_PASSWORD"),
                        login("manumit_app", "MANUMIT_APP_PASSWORD"));
    }

    private static DatabaseServer.Login login(String role, String variable) {
        String password = System.getenv(variable);
        if (password == null) {
            throw new InputException(
                    "--database needs the password of the role "
                            + role
                            + " in the environment variable "
                            + variable);
        }
        return new DatabaseServer.Login(role, password);
    }

    private HubOptions.@Nullable Tls tls() {
        if (tlsCertificate == null && tlsKey == null) {
            return null;
        }
        if (tlsCertificate == null || tlsKey == null) {
            throw new InputException("--tls-certificate and --tls-key go together");
        }
        return new HubOptions.Tls(tlsCertificate, tlsKey, tlsClientAuthorities);
    }

    private InetAddress address() {
        try {
            return InetAddress.getByName(bind);
        } catch (UnknownHostException e) {
            throw new InputException("--bind: not an address of this machine: " + bind);
        }
    }

    private static Path defaultFolder() {
        String root = System.getProperty("repository.root");
        return Path.of(root == null ? "" : root, ".manumit", "hub").toAbsolutePath();
    }
}
