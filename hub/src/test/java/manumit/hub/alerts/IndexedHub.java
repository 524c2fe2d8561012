package manumit.hub.alerts;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import manumit.hub.database.ActingTransaction;
import manumit.hub.database.DatabaseServer;
import manumit.hub.database.HubDatabase;
import manumit.hub.database.IndexFolder;
import manumit.matching.Band;
import manumit.matching.Candidate;
import manumit.matching.MemberSet;
import manumit.matching.Particulars;
import manumit.matching.Query;
import tools.jackson.databind.json.JsonMapper;

/// The index of one hub process, without its server: several may follow one database.
final class IndexedHub implements AutoCloseable {

    private final HubDatabase database;
    private final AlertChanges changes;
    private final CirculationListener listener;
    final List<AlertChange> told = new CopyOnWriteArrayList<>();
    final DefaultCirculatedAlerts index;

    /// @param fileFrom least number of alerts that a file is written for
    IndexedHub(DatabaseServer server, Path folder, int fileFrom) {
        this(server, folder, fileFrom, 1_000);
    }

    /// @param floodFrom least number of changes at once that are an import
    IndexedHub(DatabaseServer server, Path folder, int fileFrom, int floodFrom) {
        database = HubDatabase.on(server);
        CirculatingRows rows =
                new CirculatingRows(
                        new ActingTransaction(database.dataSource()), JsonMapper.builder().build());
        Visibility visibility = new Visibility(rows);
        changes =
                new AlertChanges(
                        rows,
                        visibility,
                        event -> told.add((AlertChange) event),
                        Clock.systemUTC());
        index =
                new DefaultCirculatedAlerts(
                        rows,
                        visibility,
                        new IndexFile(new IndexFolder(folder)),
                        changes,
                        fileFrom,
                        floodFrom);
        index.afterPropertiesSet();
        changes.afterPropertiesSet();
        listener = new CirculationListener(database.listening(), index);
        listener.start();
    }

    /// What a member finds: list, number and bits of each candidate.
    List<String> candidates(Particulars traveller, int member) {
        return index
                .watchlist()
                .candidates(
                        new Query(
                                traveller, MemberSet.of(member), Band.POSSIBLE, Integer.MAX_VALUE))
                .stream()
                .map(IndexedHub::line)
                .sorted()
                .toList();
    }

    private static String line(Candidate candidate) {
        return candidate.identity() + " " + candidate.comparison().bits();
    }

    @Override
    public void close() {
        listener.stop();
        changes.destroy();
        database.close();
    }
}
