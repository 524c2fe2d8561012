package manumit.travel.intake;

import java.util.Set;

/// Which special service requests (SSR) are read, and which tell of religion or health.
///
/// Only what is needed is kept: an unknown code is dropped, as nobody has said that it is harmless.
public final class Services {

    /// What becomes of a service request.
    public enum Treatment {
        READ,
        /// Dropped: it tells of religion or health.
        SENSITIVE,
        /// Dropped: it is not needed.
        OTHER
    }

    private static final Set<String> READ =
            Set.of(
                    "DOCS", "DOCO", "DOCA", "FOID", "PSPT", "INFT", "CHLD", "UMNR", "YPTA", "CTCE",
                    "CTCM", "CTCP", "CTCH", "CTCB", "CTCT", "CTCF", "PCTC", "FQTV", "FQTR", "FQTS",
                    "FQTU", "SEAT", "NSST", "NSSA", "NSSW", "NSSB", "SMST", "SMSA", "SMSW", "RQST",
                    "TKNE", "TKNA", "TKNM", "TKNO", "TKNR", "GRPS");

    /// Besides all codes that end in `ML`, which are meals.
    private static final Set<String> HEALTH =
            Set.of(
                    "BLND", "BLSC", "DEAF", "DPNA", "ESAN", "SVAN", "MAAS", "MEDA", "OXYG", "AOXY",
                    "PPOC", "PREG", "STCR", "LEGB", "LEGL", "LEGR", "WCBD", "WCBW", "WCHC", "WCHR",
                    "WCHS", "WCLB", "WCMP", "WCOB", "NSAN");

    private Services() {}

    /// @param code four letters
    public static Treatment treatment(String code) {
        if (READ.contains(code)) {
            return Treatment.READ;
        }
        boolean sensitive = code.endsWith("ML") || HEALTH.contains(code);
        return sensitive ? Treatment.SENSITIVE : Treatment.OTHER;
    }
}
