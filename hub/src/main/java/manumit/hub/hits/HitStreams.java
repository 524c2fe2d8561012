package manumit.hub.hits;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import manumit.hub.access.Acting;
import manumit.hub.access.Right;
import manumit.hub.database.ListeningConnections;
import manumit.hub.signin.StandingNow;
import manumit.hub.web.ProblemException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Tells open pages of a member that something about its hits changed, and never what (server-sent
/// events): the page asks again, and gets what it may see.
///
/// Each stream is written by the virtual thread of its own request, so a slow one waits for itself;
/// changes that come meanwhile become one. Between changes a comment every some seconds finds out
/// whether the other end is there, and whether its session still is.
@Component
class HitStreams implements SmartLifecycle {

    static final String CHANNEL = "manumit_hits";
    private static final int MOST = 4_000;
    private static final int MOST_OF_AN_ACTOR = 12;
    private static final Duration NO_OFTENER_THAN = Duration.ofMillis(250);
    private static final String CHANGED = "event: changed\ndata:\n\n";
    private static final String ALIVE = ":\n\n";
    private static final String OVER = "event: over\ndata:\n\n";

    private final ListeningConnections connections;
    private final StandingNow standing;
    private final Duration aliveEvery;
    private final Set<Stream> streams = ConcurrentHashMap.newKeySet();
    private ListeningConnections.@org.jspecify.annotations.Nullable Listening listening;
    private volatile boolean running;

    /// @param aliveEvery how soon a client that went, or whose session ended, is noticed
    HitStreams(
            ListeningConnections connections,
            StandingNow standing,
            @Value("${manumit.hits.alive-every:10s}") Duration aliveEvery) {
        this.connections = connections;
        this.standing = standing;
        this.aliveEvery = aliveEvery;
    }

    record Stream(UUID id, UUID member, UUID actor, Semaphore changes) {}

    @Override
    public void start() {
        running = true;
        listening = connections.listen(CHANNEL, this::heard, this::wakeAll);
    }

    /// Before the server waits for requests under way.
    @Override
    public void stop() {
        running = false;
        if (listening != null) {
            listening.close();
        }
        wakeAll();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// Writes until the client, the session or the hub goes.
    ///
    /// @throws ProblemException if there are too many
    void stream(Acting acting, HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        response.setContentType("text/event-stream");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        OutputStream out = response.getOutputStream();
        if (!asksForStream(request)) {
            write(out, CHANGED);
            return;
        }
        Stream stream =
                new Stream(UUID.randomUUID(), acting.member(), acting.id(), new Semaphore(0));
        requireRoom(acting);
        streams.add(stream);
        try {
            write(out, "retry: 3000\n\n");
            follow(stream, out, standing.of(request));
        } catch (IOException gone) {
            // The client left, or does not read.
        } finally {
            streams.remove(stream);
        }
    }

    int count() {
        return streams.size();
    }

    void follow(Stream stream, OutputStream out, Supplier<Optional<Acting>> now)
            throws IOException, InterruptedException {
        while (running) {
            boolean woken =
                    stream.changes().tryAcquire(aliveEvery.toMillis(), TimeUnit.MILLISECONDS);
            boolean still = isAllowed(stream, now);
            if (!still || !running) {
                write(out, still ? ALIVE : OVER);
                return;
            }
            // Those that came while standing was looked up are told now; those that come from here
            // on wake it once more, since the page may have asked before them.
            boolean changed = stream.changes().drainPermits() > 0 || woken;
            write(out, changed ? CHANGED : ALIVE);
            if (changed) {
                Thread.sleep(NO_OFTENER_THAN);
            }
        }
    }

    /// @throws IOException if it cannot be found out: the client comes again
    private static boolean isAllowed(Stream stream, Supplier<Optional<Acting>> now)
            throws IOException {
        try {
            return now.get()
                    .filter(acting -> acting.member().equals(stream.member()))
                    .filter(acting -> acting.may(Right.READ_HITS))
                    .isPresent();
        } catch (DataAccessException | TransactionException away) {
            throw new IOException("the database is away", away);
        }
    }

    /// Whoever does not ask for a stream is told once: ask again.
    private static boolean asksForStream(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains("text/event-stream");
    }

    private void requireRoom(Acting acting) {
        long own = streams.stream().filter(one -> one.actor().equals(acting.id())).count();
        if (streams.size() >= MOST || own >= MOST_OF_AN_ACTOR) {
            throw new ProblemException(
                    ProblemException.Code.TOO_MANY_REQUESTS,
                    "too many open streams; close some pages, or ask from time to time instead");
        }
    }

    private void heard(String payload) {
        Set<String> members = new HashSet<>(Arrays.asList(payload.split(",", -1)));
        streams.stream()
                .filter(stream -> members.contains(stream.member().toString()))
                .forEach(stream -> stream.changes().release());
    }

    private void wakeAll() {
        streams.forEach(stream -> stream.changes().release());
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
