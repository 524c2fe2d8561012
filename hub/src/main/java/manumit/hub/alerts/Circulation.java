package manumit.hub.alerts;

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

    private long changes;

    /// @param watchlist all that circulated at the horizon; changed since by this alone
    Circulation(Source source, Watchlist watchlist, long horizon) {
        this.source = source;
        this.watchlist = watchlist;
        this.horizon = horizon;
    }

    Watchlist watchlist() {
        return watchlist;
    }

    /// Number of changes since it was made.
    long changes() {
        return changes;
    }

    /// Takes up what changed.
    ///
    /// @return the changes, each once
    List<Change> catchUp() {
        Changes told = source.rows().changesSince(horizon);
        List<Change> fresh =
                told.changes().stream()
                        .filter(change ->
                                !Objects.equals(applied.get(change.alert()), change.xact()))
                        .toList();
        for (int from = 0; from < fresh.size(); from += CHUNK) {
            apply(fresh.subList(from, Math.min(fresh.size(), from + CHUNK)));
        }
        Map<UUID, Long> still = new HashMap<>();
        for (Change change : told.changes()) {
            if (Long.compareUnsigned(change.xact(), told.horizon()) >= 0) {
                still.put(change.alert(), change.xact());
            }
        }
        applied = still;
        horizon = told.horizon();
        changes += fresh.size();
        return fresh;
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
