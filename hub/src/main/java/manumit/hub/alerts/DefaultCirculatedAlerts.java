package manumit.hub.alerts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import manumit.hub.alerts.CirculatingRows.Change;
import manumit.hub.alerts.CirculatingRows.SuspendedOwner;
import manumit.hub.database.HubStartException;
import manumit.matching.Candidate;
import manumit.matching.Identity;
import manumit.matching.MemberSet;
import manumit.matching.Query;
import manumit.matching.Watchlist;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// The index: loaded before anything listens, from its file where there is one, then following the
/// changes ({@link CirculationListener}). Thread-safe.
@Component
class DefaultCirculatedAlerts implements CirculatedAlerts, InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(DefaultCirculatedAlerts.class);
    private static final int MOST_KEPT = 50_000;

    /// An import pauses for less, unless it broke off or is another hub's that has ended.
    private static final Duration END_OF_FLOOD = Duration.ofSeconds(5);

    /// Kept to say what was found; the index itself holds what is compared only.
    private final Cache<UUID, CirculatedAlert> alerts =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    /// Counts the changes, so that what was read before one is not kept after it.
    private final AtomicLong generation = new AtomicLong();

    private final CirculatingRows rows;
    private final Visibility visibility;
    private final IndexFile file;
    private final AlertChanges changes;
    private final int fileFrom;
    private final int floodFrom;
    private final Circulation.Source source;
    private final Watchlist view = new View();
    private final ReentrantLock lock = new ReentrantLock();
    private final ReentrantLock renewal = new ReentrantLock();
    private volatile Circulation current;
    private volatile Set<SuspendedOwner> suspended = Set.of();
    private String database = "";

    /// @param fileFrom least number of alerts, and of changes to them, that a file is written for
    /// @param floodFrom least number of changes at once that are an import
    DefaultCirculatedAlerts(
            CirculatingRows rows,
            Visibility visibility,
            IndexFile file,
            AlertChanges changes,
            @Value("${manumit.index.file-from:20000}") int fileFrom,
            @Value("${manumit.index.flood-from:1000}") int floodFrom) {
        this.rows = rows;
        this.visibility = visibility;
        this.file = file;
        this.changes = changes;
        this.fileFrom = fileFrom;
        this.floodFrom = floodFrom;
        this.source = new Circulation.Source(rows, visibility);
        this.current = new Circulation(source, Watchlist.of(List.of(), SCALE), 0, floodFrom);
    }

    @Override
    public void afterPropertiesSet() {
        try {
            database = rows.databaseIdentity();
            Optional<IndexFile.Opened> kept = file.open(database);
            current = circulation(kept.isPresent() ? kept.get() : load());
            catchUp();
            renew();
        } catch (IOException e) {
            throw new HubStartException(
                    HubStartException.Code.DATA_FOLDER,
                    "the index of alerts cannot be written: " + e.getMessage(),
                    e);
        }
    }

    @Override
    public Watchlist watchlist() {
        return view;
    }

    @Override
    public int number(UUID member) {
        return visibility.number(member);
    }

    @Override
    public MemberSet numbers(Collection<UUID> members) {
        return visibility.numbers(members);
    }

    @Override
    public Map<UUID, CirculatedAlert> find(Collection<UUID> wanted) {
        Map<UUID, CirculatedAlert> found = new HashMap<>(alerts.getAllPresent(wanted));
        List<UUID> missing = wanted.stream().filter(id -> !found.containsKey(id)).toList();
        if (!missing.isEmpty()) {
            long before = generation.get();
            Map<UUID, CirculatedAlert> read = new HashMap<>();
            rows.find(missing).forEach(row -> read.put(row.alert().id(), row.alert()));
            alerts.putAll(read);
            if (generation.get() != before) {
                alerts.invalidateAll(read.keySet());
            }
            found.putAll(read);
        }
        found.values().removeIf(this::isSuspended);
        return found;
    }

    private boolean isSuspended(CirculatedAlert alert) {
        Set<SuspendedOwner> now = suspended;
        return !now.isEmpty()
                && (now.contains(new SuspendedOwner(alert.owner(), null))
                        || now.contains(new SuspendedOwner(alert.owner(), alert.kind().type())));
    }

    /// Takes up all changes that were committed before; they are in the index when this returns.
    /// Entries of published lists, if very many changed at once, only when the import ends ({@link
    /// #finishImport}) or nothing has changed for a while ({@link #renewFileIfDue}).
    ///
    /// @throws DataAccessException if the database is away
    void catchUp() {
        lock.lock();
        try {
            suspended = Set.copyOf(rows.suspendedOwners());
            told(current.catchUp());
        } finally {
            lock.unlock();
        }
    }

    private void told(List<Change> fresh) {
        if (!fresh.isEmpty()) {
            generation.incrementAndGet();
            alerts.invalidateAll(fresh.stream().map(Change::alert).toList());
            changes.tell(fresh);
        }
    }

    /// Takes up all changes that were committed before, those of published lists too.
    ///
    /// @throws DataAccessException if the database is away
    void finishImport() {
        catchUp();
        renewal.lock();
        try {
            renew();
        } catch (IOException e) {
            LOG.warn("the index of alerts could not be written to the data folder");
            takePostponed(current);
        } finally {
            renewal.unlock();
        }
    }

    /// Writes the file anew, and goes on from it, if much has changed since: it spares the next
    /// start, and memory. Returns when that is done; meanwhile changes are taken up as ever.
    void renewFileIfDue() {
        boolean isImporting = isFlooded() && !current.isQuietFor(END_OF_FLOOD);
        if (isImporting || !renewal.tryLock()) {
            return;
        }
        try {
            renew();
        } catch (IOException e) {
            LOG.warn("the index of alerts could not be written to the data folder");
            takePostponed(current);
        } finally {
            renewal.unlock();
        }
    }

    private boolean isFlooded() {
        lock.lock();
        try {
            return current.isPostponing();
        } finally {
            lock.unlock();
        }
    }

    private void renew() throws IOException {
        Circulation before = current;
        if (before.changes() < Math.max(fileFrom, before.watchlist().size() / 10)) {
            takePostponed(before);
            return;
        }
        long horizon = rows.horizon();
        Circulation next = circulation(file.write(source.all(), horizon, database));
        List<Change> _ = next.catchUp();
        lock.lock();
        try {
            told(before.catchUp());
            List<Change> _ = next.catchUp();
            current = next;
            Map<UUID, Change> still = next.postponed();
            told(
                    before.postponed().values().stream()
                            .filter(change -> !still.containsKey(change.alert()))
                            .toList());
        } finally {
            lock.unlock();
        }
    }

    private void takePostponed(Circulation circulation) {
        lock.lock();
        try {
            told(circulation.takePostponed());
        } finally {
            lock.unlock();
        }
    }

    /// From the database: into a file, unless there are few.
    private IndexFile.Opened load() throws IOException {
        long horizon = rows.horizon();
        List<Identity> first = new ArrayList<>(source.all().limit(fileFrom).toList());
        return first.size() < fileFrom
                ? new IndexFile.Opened(Watchlist.of(first, SCALE), horizon)
                : file.write(source.all(), horizon, database);
    }

    private Circulation circulation(IndexFile.Opened opened) {
        return new Circulation(source, opened.watchlist(), opened.horizon(), floodFrom);
    }

    /// Asks the index of now; only this class changes it.
    private final class View implements Watchlist {

        @Override
        public List<Candidate> candidates(Query query) {
            return current.watchlist().candidates(query);
        }

        @Override
        public int size() {
            return current.watchlist().size();
        }

        @Override
        public void put(Identity identity) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void putAll(Collection<Identity> identities) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean remove(String list, String entity) {
            throw new UnsupportedOperationException();
        }
    }
}
