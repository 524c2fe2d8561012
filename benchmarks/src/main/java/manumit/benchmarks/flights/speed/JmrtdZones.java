package manumit.benchmarks.flights.speed;

import org.jmrtd.lds.icao.MRZInfo;

/// Reads zones with JMRTD. Apart, so that nothing else needs its classes.
final class JmrtdZones {

    private JmrtdZones() {}

    /// @return zones read
    static long read(String zone) {
        MRZInfo read = new MRZInfo(zone.replace("\n", ""));
        Baselines.require(!read.getDocumentNumber().isEmpty());
        return 1;
    }
}
