package manumit.hub.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import manumit.hub.database.DatabaseServer.Login;
import manumit.hub.database.HubStartException.Code;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The hub's own PostgreSQL: real server programs, run beside the hub, data kept in a folder.
///
/// It listens on loopback only, on a port that changes with each start, and asks for a password
/// (SCRAM). The passwords are made at random and kept in the folder, readable by its user alone.
/// One hub uses a folder at a time. What a killed hub or a killed PostgreSQL left behind is cleared
/// at the next start; PostgreSQL then recovers from its log.
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String SUPERUSER = "manumit_super";
    private static final String OWNER = "manumit_owner";
    private static final String APPLICATION = "manumit_app";
    private static final String JOURNAL = "manumit_journal";
    private static final String DATABASE = "manumit";

    /// More memory than the least that PostgreSQL takes by itself, and a log that holds an import
    /// without checkpoints one after the other. No compiling of queries: they are all short.
    private static final String SIZES = " -c shared_buffers=256MB -c max_wal_size=2GB -c jit=off";

    private static final int SECRET_BYTES = 24;
    private static final int START_SECONDS = 120;
    private static final int STOP_SECONDS = 60;
    private static final int LEFTOVER_SECONDS = 10;
    private static final long KEEPER_POLL_MILLIS = 250;

    private final Path home;
    private final Path data;
    private final Path programs;
    private final FileChannel lockFile;
    private int port;
    private boolean closed;

    private EmbeddedPostgres(Path home, FileChannel lockFile) throws IOException {
        this.home = home;
        this.lockFile = lockFile;
        this.data = home.resolve("data");
        this.programs = PostgresBinaries.unpack(home);
    }

    /// Starts it; makes the database on first use.
    ///
    /// @param folder the hub's data folder; PostgreSQL lives in `postgres` below it
    /// @throws HubStartException if it cannot start; the message says why
    public static EmbeddedPostgres start(Path folder) {
        Path home;
        FileChannel lockFile;
        try {
            PrivateFiles.folder(folder);
            home = PrivateFiles.folder(folder.resolve("postgres").toAbsolutePath());
            lockFile = lock(home.resolve("hub.lock"));
        } catch (IOException e) {
            throw new HubStartException(
                    Code.DATA_FOLDER, "cannot use the data folder: " + e.getMessage(), e);
        }
        try {
            EmbeddedPostgres postgres = new EmbeddedPostgres(home, lockFile);
            postgres.startServer();
            return postgres;
        } catch (IOException | SQLException | RuntimeException e) {
            closeQuietly(lockFile);
            if (e instanceof HubStartException known) {
                throw known;
            }
            throw new HubStartException(
                    Code.DATABASE,
                    "the embedded PostgreSQL does not start: "
                            + e.getMessage()
                            + "; its log: "
                            + home.resolve("postgres.log"),
                    e);
        }
    }

    /// Starts it again on the same port whenever it ends by itself, until it is closed.
    public void keepRunning() {
        Thread.ofPlatform().name("postgres-keeper").daemon().start(this::keep);
    }

    /// Where it is and how the hub signs in.
    public DatabaseServer server() {
        return new DatabaseServer(url(DATABASE), login(OWNER), login(APPLICATION));
    }

    /// The process number of PostgreSQL's first process.
    ///
    /// @throws IllegalStateException if it does not run
    public long processId() {
        return runningProcess()
                .orElseThrow(() -> new IllegalStateException("PostgreSQL does not run"))
                .pid();
    }

    /// The superuser's connection, for making databases in tests and for repair.
    public Connection superuserConnection(String database) throws SQLException {
        return DriverManager.getConnection(url(database), SUPERUSER, login(SUPERUSER).password());
    }

    /// Address of another database of this server.
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /// Stops PostgreSQL: open transactions are rolled back, everything is written.
    @Override
    public synchronized void close() {
        closed = true;
        try {
            stopServer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            closeQuietly(lockFile);
        }
    }

    private void keep() {
        try {
            while (restartIfEnded()) {
                Thread.sleep(KEEPER_POLL_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// @return false once it is closed
    private synchronized boolean restartIfEnded() {
        if (!closed && runningProcess().isEmpty()) {
            LOG.error("the embedded PostgreSQL has ended by itself, starting it again");
            try {
                startServer();
            } catch (IOException | SQLException | RuntimeException e) {
                LOG.error(
                        "it does not start, its log: {}; trying again",
                        home.resolve("postgres.log"));
            }
        }
        return !closed;
    }

    private void startServer() throws IOException, SQLException {
        boolean fresh = !Files.exists(data.resolve("PG_VERSION"));
        if (fresh) {
            initialise();
        }
        clearLeftovers();
        if (port == 0) {
            port = freePort();
        }
        run(
                START_SECONDS,
                program("pg_ctl"),
                "start",
                "-w",
                "-t",
                Integer.toString(START_SECONDS),
                "-D",
                data.toString(),
                "-l",
                home.resolve("postgres.log").toString(),
                "-o",
                "-c listen_addresses=127.0.0.1 -c unix_socket_directories='' -p " + port + SIZES);
        try {
            makeRolesAndDatabase();
        } catch (SQLException e) {
            stopServer();
            throw e;
        }
        LOG.info("embedded PostgreSQL started, port {}", port);
    }

    /// Into a draft folder first: a run that is cut short leaves no half-made database behind.
    private void initialise() throws IOException {
        Path draft = home.resolve("data.new");
        deleteFolder(draft);
        login(SUPERUSER);
        run(
                START_SECONDS,
                program("initdb"),
                "-D",
                draft.toString(),
                "-U",
                SUPERUSER,
                "--pwfile=" + secretFile(SUPERUSER),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums");
        deleteFolder(data);
        Files.move(draft, data);
    }

    private void makeRolesAndDatabase() throws SQLException {
        try (Connection connection = superuserConnection("postgres");
                Statement sql = connection.createStatement()) {
            for (String role : List.of(OWNER, APPLICATION)) {
                if (!exists(sql, "SELECT 1 FROM pg_roles WHERE rolname = '" + role + "'")) {
                    // Of base64url letters only, so no quotes to escape.
                    sql.execute(
                            "CREATE ROLE "
                                    + role
                                    + " LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE"
                                    + " PASSWORD '"
                                    + login(role).password()
                                    + "'");
                }
            }
            // Made here, since the owner of the tables may not make roles; it passes this one on to
            // the application (migration of the journal).
            if (!exists(sql, "SELECT 1 FROM pg_roles WHERE rolname = '" + JOURNAL + "'")) {
                sql.execute("CREATE ROLE " + JOURNAL + " NOLOGIN");
            }
            sql.execute(
                    "GRANT "
                            + JOURNAL
                            + " TO "
                            + OWNER
                            + " WITH ADMIN TRUE, INHERIT FALSE, SET FALSE");
            if (!exists(sql, "SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
                sql.execute("CREATE DATABASE " + DATABASE + " OWNER " + OWNER);
            }
        }
    }

    private static boolean exists(Statement sql, String query) throws SQLException {
        try (var rows = sql.executeQuery(query)) {
            return rows.next();
        }
    }

    /// Stops a PostgreSQL that outlived its hub, and removes a process number that belongs to
    /// nobody or to another program: PostgreSQL would take that for a running server.
    private void clearLeftovers() throws IOException {
        if (runningProcess().isPresent()) {
            LOG.warn("the PostgreSQL of a hub that was killed still runs, stopping it");
            stopServer();
        }
        endOrphans();
        if (Files.deleteIfExists(data.resolve("postmaster.pid"))) {
            LOG.warn("PostgreSQL was killed the last time, it recovers from its log");
        }
    }

    /// Processes that have lost their first process end by themselves, but one at work may go on
    /// for a while: none of them may write beside a new server.
    private void endOrphans() throws IOException {
        List<ProcessHandle> orphans = listOwnProcesses();
        long deadlineNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(LEFTOVER_SECONDS);
        while (!orphans.isEmpty()) {
            if (System.nanoTime() - deadlineNanos >= 0) {
                orphans.forEach(ProcessHandle::destroyForcibly);
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while waiting for PostgreSQL", e);
            }
            orphans = listOwnProcesses();
        }
    }

    /// The programs lie in this data folder, so nobody else runs them.
    private List<ProcessHandle> listOwnProcesses() {
        String own = program("postgres");
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().command().filter(own::equals).isPresent())
                .toList();
    }

    /// The running server of this folder, by `postmaster.pid`.
    private java.util.Optional<ProcessHandle> runningProcess() {
        Path file = data.resolve("postmaster.pid");
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            if (lines.isEmpty()) {
                return java.util.Optional.empty();
            }
            return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                    .filter(ProcessHandle::isAlive)
                    .filter(EmbeddedPostgres::isPostgres);
        } catch (IOException | NumberFormatException e) {
            return java.util.Optional.empty();
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
                .orElse(false);
    }

    private void stopServer() throws IOException {
        if (runningProcess().isEmpty()) {
            return;
        }
        run(
                STOP_SECONDS,
                program("pg_ctl"),
                "stop",
                "-w",
                "-t",
                Integer.toString(STOP_SECONDS),
                "-m",
                "fast",
                "-D",
                data.toString());
        LOG.info("embedded PostgreSQL stopped");
    }

    private void run(int seconds, String... command) throws IOException {
        List<String> full = new ArrayList<>();
        // PostgreSQL refuses to run as root; in a user namespace of its own it is nobody.
        if ("root".equals(System.getProperty("user.name"))) {
            full.addAll(List.of("unshare", "-U"));
        }
        full.addAll(List.of(command));
        Path output = home.resolve("programs.log");
        Process process =
                new ProcessBuilder(full)
                        .directory(home.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.to(output.toFile()))
                        .start();
        try {
            if (!process.waitFor(seconds + 10L, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(command[0] + " took over " + seconds + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for PostgreSQL", e);
        }
        if (process.exitValue() != 0) {
            throw new IOException(
                    Path.of(command[0]).getFileName()
                            + " ended with code "
                            + process.exitValue()
                            + ": "
                            + Files.readString(output, StandardCharsets.UTF_8).strip());
        }
    }

    private String program(String name) {
        return programs.resolve("bin").resolve(name).toString();
    }

    private Path secretFile(String role) {
        return home.resolve(role + ".password");
    }

    private Login login(String role) {
        try {
            return new Login(role, PrivateFiles.secret(secretFile(role), SECRET_BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static FileChannel lock(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new HubStartException(
                    Code.DATA_FOLDER,
                    "another hub uses this data folder; stop it, or give another folder with"
                            + " --data");
        }
        return channel;
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.warn("the lock of the data folder could not be released", e);
        }
    }

    static void deleteFolder(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
