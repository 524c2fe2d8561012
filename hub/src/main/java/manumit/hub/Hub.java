package manumit.hub;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import manumit.hub.database.HubDatabase;
import manumit.hub.database.HubStartException;
import manumit.hub.database.HubStartException.Code;
import manumit.hub.database.IndexFolder;
import manumit.hub.database.JournalConnections;
import manumit.hub.database.KeyFolder;
import manumit.hub.database.ListeningConnections;
import manumit.hub.database.PrivateFiles;
import manumit.hub.signin.FirstAdministrator;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/// A running hub. Start it, tell people its address, close it.
///
/// First the database, then the server: what is wrong with the database is said before anything
/// listens. Closed in the opposite order, requests under way are finished first.
public final class Hub implements AutoCloseable {

    private final HubDatabase database;
    private final ConfigurableApplicationContext server;
    private final int port;
    private final String address;

    private Hub(HubDatabase database, ConfigurableApplicationContext server, HubOptions options) {
        this.database = database;
        this.server = server;
        WebServerApplicationContext web = (WebServerApplicationContext) server;
        this.port = Objects.requireNonNull(web.getWebServer()).getPort();
        this.address = options.address(port);
    }

    /// @throws HubStartException if it cannot start; nothing is left running then
    public static Hub start(HubOptions options) {
        AtomicReference<HubDatabase> database = new AtomicReference<>();
        try {
            ConfigurableApplicationContext server = startServer(options, database);
            return new Hub(Objects.requireNonNull(database.get()), server, options);
        } catch (RuntimeException e) {
            HubDatabase opened = database.get();
            if (opened != null) {
                opened.close();
            }
            throw told(e, options);
        }
    }

    /// Where people reach it.
    public String address() {
        return address;
    }

    /// Where it listens.
    public int port() {
        return port;
    }

    /// The path of the page on which the first administrator enrols; once only, and only while the
    /// hub has no user. Whoever has it becomes administrator.
    public Optional<String> takeFirstEnrolment() {
        return server.getBean(FirstAdministrator.class).invite();
    }

    /// Of the Spring context, for tests.
    <T> T bean(Class<T> type) {
        return server.getBean(type);
    }

    /// Waits for the hub to be closed by another thread.
    public void awaitClosed() throws InterruptedException {
        synchronized (server) {
            while (server.isActive()) {
                server.wait(1_000);
            }
        }
    }

    @Override
    public void close() {
        server.close();
        database.close();
    }

    /// Opens the database as soon as there is a log to write to, and before anything else.
    private static ConfigurableApplicationContext startServer(
            HubOptions options, AtomicReference<HubDatabase> opened) {
        List<String> settings = new ArrayList<>();
        settings.add("server.port=" + options.port());
        settings.add("server.address=" + options.bind().getHostAddress());
        settings.addAll(options.tlsSettings());
        if (options.behindProxy()) {
            settings.add("server.forward-headers-strategy=native");
        }
        boolean secure = options.tls() != null || options.behindProxy();
        settings.add("server.servlet.session.cookie.secure=" + secure);
        if (secure) {
            // Browsers take a cookie of this name from this host only.
            settings.add("server.servlet.session.cookie.name=__Host-manumit");
        }
        options.settings().forEach((name, value) -> settings.add(name + "=" + value));
        Path keys = options.data().resolve("keys");
        Path index = options.data().resolve("index");
        return new SpringApplicationBuilder(HubApplication.class)
                .registerShutdownHook(false)
                .initializers(context -> {
                    GenericApplicationContext beans = (GenericApplicationContext) context;
                    HubDatabase database = open(options);
                    opened.set(database);
                    beans.registerBean(DataSource.class, database::dataSource);
                    beans.registerBean(JournalConnections.class, database::journal);
                    beans.registerBean(ListeningConnections.class, database::listening);
                    beans.registerBean(KeyFolder.class, () -> new KeyFolder(keys));
                    beans.registerBean(IndexFolder.class, () -> new IndexFolder(index));
                })
                .run(settings.stream().map(setting -> "--" + setting).toArray(String[]::new));
    }

    private static HubDatabase open(HubOptions options) {
        try {
            PrivateFiles.folder(options.data());
        } catch (IOException e) {
            throw new HubStartException(
                    Code.DATA_FOLDER, "cannot use the data folder: " + e.getMessage(), e);
        }
        return options.server() == null
                ? HubDatabase.embedded(options.data())
                : HubDatabase.on(options.server());
    }

    private static RuntimeException told(RuntimeException e, HubOptions options) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException) {
                return new HubStartException(
                        Code.PORT,
                        "port "
                                + options.port()
                                + " is taken by another program; give another with --port",
                        e);
            }
            if (cause instanceof HubStartException known) {
                return known;
            }
        }
        return e;
    }
}
