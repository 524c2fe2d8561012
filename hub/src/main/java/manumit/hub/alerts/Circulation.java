package manumit.hub.alerts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import manumit.hub.alerts.CirculatingRows.Change;
import manumit.hub.alerts.CirculatingRows.Changes;
import manumit.hub.alerts.CirculatingRows.Row;
import manumit.hub.web.ProblemException;
import manumit.matching.Identity;
import manumit.matching.Watchlist;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One index of what circulates, and how far it has followed the changes. Used by one thread at a
/// time, but for questions.
final class Circulation {

    /// Turns rows into what the index holds.
    record Source(CirculatingRows rows, Visibility visibility) {

        private static final Logger LOG = LoggerFactory.getLogger(Source.class);
        private static final int PAGE = 10_000;

        /// Everything that circulates, read page by page as the stream is consumed.
        Stream<Identity> all() {
            return Stream.iterate(
                            rows.page(new UUID(0, 0), PAGE),
                            page -> !page.isEmpty(),
                            page -> rows.page(page.getLast().alert().id(), PAGE))
                    .flatMap(page -> page.stream().map(this::identity).flatMap(Optional::stream));
        }

        /// Empty for what cannot be read any more: it was accepted by another version of the hub.
        Optional<Identity> identity(Row row) {
            CirculatedAlert alert = row.alert();
            try {
                return Optional.of(
                        new Identity(
                                visibility.code(alert.owner()),
                                alert.id().toString(),
                                alert.description().particulars(),
                                visibility.mask(alert.owner(), row.audience())));
            } catch (ProblemException e) {
                LOG.error(
                        "alert {} cannot be found by checks: correct its {}",
                        alert.id(),
                        e.field());
                return Optional.empty();
            }
        }
    }

    /// Most changes that are read and put at once.
    private static final int CHUNK = 5_000;

    private final Source source;
    private final Watchlist watchlist;
    private long horizon;

    /// Of the changes since the horizon, those that are in the index, with their transaction.
    private Map<UUID, Long> applied = new HashMap<>();

    private final int flood;

    /// Of published lists, not in the index yet.
    private final Map<UUID, Change> postponed = new HashMap<>();

    private long changes;
    private volatile long changedNanos = System.nanoTime();

    /// @param watchlist all that circulated at the horizon; changed since by this alone
    /// @param flood so many changes at once are an import: what they say of published lists is
    ///   postponed until they end, since taking up a million step by step costs many times as much
    Circulation(Source source, Watchlist watchlist, long horizon, int flood) {
        this.source = source;
        this.watchlist = watchlist;
        this.horizon = horizon;
        this.flood = flood;
    }

    Watchlist watchlist() {
        return watchlist;
    }

    /// Number of changes since it was made.
    long changes() {
        return changes;
    }

    /// Changes that wait for the end of an import.
    Map<UUID, Change> postponed() {
        return Map.copyOf(postponed);
    }

    boolean isPostponing() {
        return !postponed.isEmpty();
    }

    /// Whether nothing changed for so long.
    boolean isQuietFor(Duration time) {
        return System.nanoTime() - changedNanos >= time.toNanos();
    }

    /// Takes up what was postponed.
    ///
    /// @return the changes, each once
    List<Change> takePostponed() {
        List<Change> all = List.copyOf(postponed.values());
        applyAll(all);
        postponed.clear();
        return all;
    }

    /// Takes up what changed, but for what is postponed.
    ///
    /// @return the changes taken up, each once
    List<Change> catchUp() {
        Changes told = source.rows().changesSince(horizon);
        List<Change> fresh =
                told.changes().stream()
                        .filter(change ->
                                !Objects.equals(applied.get(change.alert()), change.xact()))
                        .toList();
        List<Change> due = withoutPostponed(fresh);
        applyAll(due);
        Map<UUID, Long> still = new HashMap<>();
        for (Change change : told.changes()) {
            if (Long.compareUnsigned(change.xact(), told.horizon()) >= 0) {
                still.put(change.alert(), change.xact());
            }
        }
        applied = still;
        horizon = told.horizon();
        changes += fresh.size();
        if (!fresh.isEmpty()) {
            changedNanos = System.nanoTime();
        }
        return due;
    }

    /// Only what everybody may find waits: a restriction must not (R2), nor a withdrawal (R9).
    private List<Change> withoutPostponed(List<Change> fresh) {
        if (fresh.isEmpty() || (fresh.size() < flood && postponed.isEmpty())) {
            return fresh;
        }
        Set<UUID> published = new HashSet<>();
        for (List<Change> some : chunks(fresh)) {
            published.addAll(
                    source.rows().openlyPublished(some.stream().map(Change::alert).toList()));
        }
        List<Change> due = new ArrayList<>();
        for (Change change : fresh) {
            if (published.contains(change.alert())) {
                postponed.put(change.alert(), change);
            } else {
                postponed.remove(change.alert());
                due.add(change);
            }
        }
        return due;
    }

    private void applyAll(List<Change> all) {
        chunks(all).forEach(this::apply);
    }

    private static List<List<Change>> chunks(List<Change> all) {
        List<List<Change>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            chunks.add(all.subList(from, Math.min(all.size(), from + CHUNK)));
        }
        return chunks;
    }

    /// As the alerts are now, which may be newer than the change.
    private void apply(List<Change> some) {
        List<Identity> now = new ArrayList<>();
        Set<String> there = new HashSet<>();
        for (Row row : source.rows().find(some.stream().map(Change::alert).toList())) {
            source.identity(row)
                    .ifPresent(identity -> {
                        now.add(identity);
                        there.add(identity.entity());
                    });
        }
        watchlist.putAll(now);
        for (Change change : some) {
            String entity = change.alert().toString();
            if (!there.contains(entity)) {
                watchlist.remove(source.visibility().code(change.owner()), entity);
            }
        }
    }
}
